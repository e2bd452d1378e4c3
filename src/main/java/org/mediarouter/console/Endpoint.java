package org.mediarouter.console;

import java.util.function.Function;

/**
 * Something that can be asked over HTTP. It may take its time: it has a thread of its own.
 *
 * <pre>{@code
 * Endpoint.get("/tasks/:id/explanation", ask -> Answer.of(explanation(ask.path("id"))))
 * }</pre>
 *
 * @param method {@code GET} or {@code POST}
 * @param path with {@code :name} for a part that varies
 */
public record Endpoint(String method, String path, Function<Ask, Answer> handler) {
    public static Endpoint get(String path, Function<Ask, Answer> handler) {
        return new Endpoint("GET", path, handler);
    }

    public static Endpoint post(String path, Function<Ask, Answer> handler) {
        return new Endpoint("POST", path, handler);
    }
}

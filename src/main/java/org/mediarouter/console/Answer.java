package org.mediarouter.console;

import java.util.Map;

/**
 * The response to an {@link Ask}.
 *
 * @param status of HTTP
 * @param body what Jackson can write as JSON: maps, lists, records of plain values; times as text
 */
public record Answer(int status, Object body) {
    public static Answer of(Object body) {
        return new Answer(200, body);
    }

    /** A refusal, with one sentence that says what would be right. */
    public static Answer refused(int status, String message) {
        return new Answer(status, Map.of("message", message));
    }
}

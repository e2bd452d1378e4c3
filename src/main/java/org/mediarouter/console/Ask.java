package org.mediarouter.console;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, as an {@link Endpoint} sees it.
 *
 * @param path the values of the path's {@code :names}
 * @param query the values of each parameter, in the order in which they were given
 * @param contentType without parameters, in lower case; empty where there is none
 * @param user who has been authenticated; null where the interface asks for nobody
 */
public record Ask(
        Map<String, String> path,
        Map<String, List<String>> query,
        String contentType,
        String body,
        @Nullable String user) {

    /** A part of the path: {@code path("id")} of {@code /tasks/:id}. */
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the endpoint's path has no :" + name);
        }
        return value;
    }

    /** The first value of a parameter; null where it isn't given. */
    public @Nullable String query(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }
}

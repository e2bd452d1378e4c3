package org.mediarouter.task;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Destination;

/**
 * What a client asked for with {@code Task}: it stays the same all the task's life, except for where the creator hears.
 *
 * @param attributes values are String, Long, Double or Boolean
 * @param creator where the task's creator hears of it
 * @param correlation that of the {@code Task}; what routing or a deadline causes carries it
 * @param expiresAfter how long the task may wait after an entry into a queue
 */
public record Request(
        int priority,
        Map<String, Object> attributes,
        @Nullable String customerId,
        @Nullable String preferredAgentId,
        @Nullable String requestId,
        Destination creator,
        String correlation,
        Duration expiresAfter) {
    Request withoutAttributes() {
        return new Request(priority, Map.of(), null, preferredAgentId, requestId, creator, correlation, expiresAfter);
    }

    Request hearingAt(Destination destination) {
        return new Request(
                priority, attributes, customerId, preferredAgentId, requestId, destination, correlation, expiresAfter);
    }
}

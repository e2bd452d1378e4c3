package org.mediarouter.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a received message beside its body.
 *
 * @param operation identifies it across redeliveries and restarts: the broker's own message id, with what tells this
 *     journal from another
 * @param correlation the client's, or one made from {@code operation}
 * @param replyTo where the answer shall go, if the client named a place that he may name
 * @param user the broker user who sent it, as the broker vouches
 * @param audience internal: the agents concerned by an event about a task
 * @param time when this delivery was received; what an operation stores is the time of its first delivery
 */
public record Envelope(
        String operation,
        String correlation,
        @Nullable Destination replyTo,
        @Nullable String user,
        List<String> audience,
        Instant time) {}

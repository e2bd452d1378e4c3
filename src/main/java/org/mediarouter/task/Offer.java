package org.mediarouter.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Destination;

/**
 * A pending offer of a task to an agent.
 *
 * @param number counts the offers of the task from 1
 * @param acceptBefore when it is withdrawn unless accepted
 * @param transfer the Transfer that made it, where the owner keeps the task until it is accepted ({@code transferMode:
 *     offer}); null for an offer of routing
 */
public record Offer(
        String agentId,
        int number,
        Instant acceptBefore,
        @Nullable Pending transfer) {

    /** Whom the Transfer's outcome will be told: its correlation id and where its answer goes. */
    public record Pending(String correlation, @Nullable Destination replyTo) {}
}

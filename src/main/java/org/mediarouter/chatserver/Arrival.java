package org.mediarouter.chatserver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A customer who comes, and what only the Chat Server can know of the conversation to be.
 *
 * @param at since the opening of the doors
 * @param hour of the replayed day; -1 where there is none
 * @param patience how long the customer waits for an agent; null: as long as it takes
 * @param handling how long the conversation takes; null: as the agents' behaviour says
 * @param afterWork the agent's work on it afterwards; null: as the agents' behaviour says
 */
public record Arrival(
        Duration at,
        int hour,
        CustomerKind kind,
        @Nullable Duration patience,
        @Nullable Duration handling,
        @Nullable Duration afterWork) {}

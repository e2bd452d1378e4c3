package org.mediarouter.routing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Configuration;

/**
 * What a router is told. Those named Seen, Waiting, Offered, WrappingUp, Worked are pictures of the records: each replaces
 * all that the router knew of that agent or task, so that one too many does no harm and a router can be rebuilt from the
 * records at any time. Times are milliseconds since the epoch.
 */
public sealed interface RoutingEvent {

    /**
     * An agent in the router's MRD.
     *
     * @param wantsTasks logged in, readiness READY, neither unsure nor interrupted
     * @param mayTake his state (READY, RESERVED, ACTIVE) and his work elsewhere allow an offer
     * @param held offers, accepted tasks, wrap-ups and conferences
     * @param availableSince the latest of: became READY, was last offered a task, last ended one
     * @param unknownUntil when he is logged out unless somebody is sure of him again; 0: nobody doubts
     * @param hindrance where he may not take a task: why, for explanations; it decides nothing
     */
    record AgentSeen(
            String agentId,
            boolean loggedIn,
            boolean wantsTasks,
            boolean mayTake,
            int held,
            int capacity,
            long availableSince,
            long unknownUntil,
            Explanation.@Nullable Verdict hindrance)
            implements RoutingEvent {

        /** Without saying why he may not. */
        public AgentSeen(
                String agentId,
                boolean loggedIn,
                boolean wantsTasks,
                boolean mayTake,
                int held,
                int capacity,
                long availableSince,
                long unknownUntil) {
            this(agentId, loggedIn, wantsTasks, mayTake, held, capacity, availableSince, unknownUntil, null);
        }
    }

    /**
     * A task that is QUEUED, for the first time or again.
     *
     * @param priority 1-10
     * @param attributes text, numbers, booleans
     * @param firstQueuedAt its place
     * @param enteredAt the last entry into a queue other than by RONA or rejection: steps count from it
     * @param expiresAt 0: never
     * @param offers how many there were so far
     * @param rejections by agent who rejected it: until when he certainly isn't offered it again
     */
    record TaskWaiting(
            String taskId,
            String queue,
            int priority,
            Map<String, Object> attributes,
            long firstQueuedAt,
            long enteredAt,
            long expiresAt,
            @Nullable String preferredAgentId,
            int offers,
            Map<String, Long> rejections)
            implements RoutingEvent {}

    /** A task that is RESERVED: offered to an agent who has until then to accept. */
    record TaskOffered(String taskId, String agentId, int offer, long acceptBefore) implements RoutingEvent {}

    /** A task in WRAP_UP. */
    record TaskWrappingUp(String taskId, long until) implements RoutingEvent {}

    /** A task that is ACTIVE or PAUSED: nothing of it ends by itself. */
    record TaskWorked(String taskId) implements RoutingEvent {}

    /**
     * A task that is CLOSED.
     *
     * @param handled who handled it and how long; null where nobody did, or where the figures don't count
     */
    record TaskEnded(String taskId, @Nullable Handled handled) implements RoutingEvent {}

    /**
     * What an agent's work on a task took, wrap-up included.
     *
     * @param queue where the task came from
     */
    record Handled(String queue, String agentId, long millis) {}

    /** How many tasks of a queue an agent has handled and what that took: a picture, for a router that is rebuilt. */
    record HandlingSeen(String queue, String agentId, long tasks, long millis) implements RoutingEvent {}

    /** Who was last offered a task of a queue: a picture, for a router that is rebuilt ({@code round-robin}). */
    record LastOffered(String queue, String agentId) implements RoutingEvent {}

    /** Nothing but time has passed. */
    record Tick() implements RoutingEvent {}

    /** From now on this configuration holds; agents and waiting tasks stay and are matched anew. */
    record Configured(Configuration configuration) implements RoutingEvent {}

    /** Several at once: decisions are made when all have been seen. */
    record Batch(List<RoutingEvent> events) implements RoutingEvent {
        public Batch {
            events = List.copyOf(events);
        }
    }
}

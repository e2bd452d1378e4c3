package org.mediarouter.routing.statistics;

import org.jspecify.annotations.Nullable;

/** Something that counts. Times are milliseconds since the epoch (or since a simulation's beginning). */
public sealed interface StatisticsEvent {

    /** When it happened. */
    long time();

    /** What happens to a task. */
    sealed interface OfTask extends StatisticsEvent {
        String taskId();
    }

    /** What happens to an agent in an MRD. */
    sealed interface OfAgent extends StatisticsEvent {
        String agentId();

        String mrd();
    }

    /**
     * A task enters a queue: a new one, one handed on, or one whose agent has left. Not one that returns to its old
     * place after RONA, rejection or the like: that one has never left the queue.
     *
     * @param transferredBy the owner who transferred it into this queue; null where none did
     */
    record Entered(
            long time,
            String taskId,
            String mrd,
            String queue,
            @Nullable String transferredBy) implements OfTask {}

    /** It is offered to an agent: by routing, or as a transfer that the agent may refuse. */
    record Offered(long time, String taskId, String agentId) implements OfTask {}

    /** The agent accepts an offer of routing: the wait in the queue is over. */
    record Answered(long time, String taskId, String agentId) implements OfTask {}

    /** An offer ends otherwise than by acceptance. */
    record OfferEnded(long time, String taskId, String agentId, Why why) implements OfTask {}

    /** Why an offer has ended. */
    enum Why {
        /** Not accepted in time. */
        RONA,
        REJECTED,
        /** By a restore, an interruption, a logout, the task's end. */
        WITHDRAWN
    }

    /** A waiting task ends: the customer gives up, or it expires. */
    record Abandoned(long time, String taskId) implements OfTask {}

    /** The owner has handed the task to another agent, who owns it now. */
    record Transferred(long time, String taskId, String owner, String recipient) implements OfTask {}

    /** A participant has joined. */
    record Joined(long time, String taskId, String agentId) implements OfTask {}

    /**
     * Somebody has left, and the task goes on without.
     *
     * @param successor who owns it now; null: whoever did before, or nobody, and it enters a queue next
     */
    record Left(
            long time,
            String taskId,
            String agentId,
            @Nullable String successor) implements OfTask {}

    /** The conversation is over; the owner's after-work begins. */
    record WrapUpBegun(long time, String taskId) implements OfTask {}

    /** The conversation goes on: it was in wrap-up. */
    record Reopened(long time, String taskId) implements OfTask {}

    /** It is closed after an agent had it. */
    record Ended(long time, String taskId) implements OfTask {}

    record LoggedIn(long time, String agentId, String mrd) implements OfAgent {}

    record Ready(long time, String agentId, String mrd) implements OfAgent {}

    record NotReady(long time, String agentId, String mrd) implements OfAgent {}

    record LoggedOut(long time, String agentId, String mrd) implements OfAgent {}
}

package org.mediarouter.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;

/**
 * What an operation on a task's record came to. It is kept with the record, so that the operation, when it comes again,
 * has the same result.
 *
 * @param refusal why nothing was changed
 * @param changed whether there is something to tell
 * @param state the task after the operation, changed or not; null where there is no such task
 * @param holds what it means for the agents' capacity, for the caller to carry out
 * @param audience the agents who were on the task before or after, an offer counts
 * @param creator where the task's creator hears; null where there is no such task
 * @param correlation that of the {@code Task} that created it
 * @param handover how a transfer ended, or a transfer's offer
 */
public record TaskResult(
        @Nullable Refusal refusal,
        boolean changed,
        @Nullable TaskState state,
        List<HoldChange> holds,
        List<String> audience,
        @Nullable Destination creator,
        @Nullable String correlation,
        @Nullable Handover handover) {

    /** An agent's hold on the task passes into another state; null: it is released. */
    public record HoldChange(String agentId, @Nullable TaskStateName to) {}

    /**
     * The task has moved to another agent, or an offer to do so was not accepted.
     *
     * @param offered the Transfer that was answered by an offer; null where the task moved at once
     */
    public record Handover(String from, String to, boolean accepted, Offer.@Nullable Pending offered) {}
}

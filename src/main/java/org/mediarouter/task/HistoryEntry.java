package org.mediarouter.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskStateName;

/**
 * One change of a task (states, "Task").
 *
 * @param from null at the task's creation
 * @param agentId who was concerned: offered, accepting, leaving, joining
 * @param offer the number of the offer concerned; 0 where none was
 * @param queue the task's queue after it
 */
public record HistoryEntry(
        Instant time,
        @Nullable TaskStateName from,
        TaskStateName to,
        @Nullable String agentId,
        @Nullable String reason,
        int offer,
        String queue) {
    /** Whether this is the acceptance of that offer, be it routing's or that of a transfer. */
    boolean accepts(int number) {
        return offer == number
                && to == TaskStateName.ACTIVE
                && (from == TaskStateName.RESERVED || Reason.TRANSFERRED.equals(reason));
    }
}

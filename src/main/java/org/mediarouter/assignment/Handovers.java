package org.mediarouter.assignment;

import java.time.Instant;
import org.mediarouter.message.Category;
import org.mediarouter.message.Error;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.TaskAgentTransferred;
import org.mediarouter.message.TaskState;
import org.mediarouter.task.TaskResult.Handover;

/** What is told of a transfer's end (protocol, rows 7-9). */
public final class Handovers {
    private Handovers() {}

    public static TaskAgentTransferred transferred(Handover handover, TaskState task) {
        return new TaskAgentTransferred(task.taskId(), handover.from(), handover.to(), task.mrd(), task.time());
    }

    /** To the owner: the recipient didn't take the task, and nothing has moved. */
    public static Error notAccepted(Handover handover, TaskState task, Instant at) {
        return new Error(
                ErrorCode.TRANSFER_NOT_ACCEPTED,
                handover.to() + " has not accepted the task; it stays where it was.",
                "Transfer",
                null,
                handover.from(),
                task.taskId(),
                null,
                at,
                Category.AGENT_STATE);
    }
}

package org.mediarouter.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Chat Server asks for another state of a task (row 11, {@code JMSType} {@code TaskState}): ACTIVE, REJECTED,
 * PAUSED, WRAP_UP or CLOSED.
 *
 * @param state as written: what is allowed when is in the task's state table
 * @param agentId who acts; null: the owner
 * @param offer the offer answered, counted from 1; null: the present one
 */
public record TaskStateRequest(
        String taskId,
        String state,
        @Nullable String agentId,
        @Nullable String reasonCode,
        @Nullable Integer offer) implements Command {
    @Override
    public String type() {
        return "TaskState";
    }

    @Override
    public Category category() {
        return Category.TASK_STATE;
    }

    @Override
    public List<String> agents() {
        return agentId == null ? List.of() : List.of(agentId);
    }

    @Override
    public @Nullable String aboutAgent() {
        return agentId;
    }

    @Override
    public String aboutTask() {
        return taskId;
    }
}

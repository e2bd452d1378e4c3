package org.mediarouter.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task's state, as told (rows 11, 12, 17).
 *
 * @param agentId the owner, or who is offered; when CLOSED, the last owner
 * @param participants agent ids, owner first; null while nobody has accepted
 * @param offer how many times the task was offered to agents so far, if at all
 * @param version grows with each change of that task
 * @param priority this and what follows: only in the answer to GetTaskState
 * @param position from 1, in the order in which the tasks of its queue will be served
 * @param estimatedWait seconds
 */
public record TaskState(
        String taskId,
        TaskStateName state,
        String mrd,
        String queue,
        @Nullable String agentId,
        @Nullable List<String> participants,
        @Nullable String reasonCode,
        @Nullable String requestId,
        @Nullable Integer offer,
        Instant time,
        long version,
        @Nullable Integer priority,
        @Nullable Map<String, Object> attributes,
        @Nullable Integer offers,
        @Nullable Integer position,
        @Nullable Double estimatedWait)
        implements Message {
    @Override
    public Category category() {
        return Category.TASK_STATE;
    }

    @Override
    public @Nullable String aboutAgent() {
        return agentId;
    }

    @Override
    public String aboutTask() {
        return taskId;
    }

    @Override
    public String aboutMrd() {
        return mrd;
    }

    /** The same with another reason. */
    public TaskState because(String reason) {
        return new TaskState(
                taskId,
                state,
                mrd,
                queue,
                agentId,
                participants,
                reason,
                requestId,
                offer,
                time,
                version,
                priority,
                attributes,
                offers,
                position,
                estimatedWait);
    }

    /** The answer to GetTaskState: with what the client gave, and the place in the queue. */
    public TaskState detailed(
            int taskPriority,
            Map<String, Object> taskAttributes,
            int offersSoFar,
            @Nullable Integer place,
            @Nullable Double wait) {
        return new TaskState(
                taskId,
                state,
                mrd,
                queue,
                agentId,
                participants,
                reasonCode,
                requestId,
                offer,
                time,
                version,
                taskPriority,
                taskAttributes,
                offersSoFar,
                place,
                wait);
    }
}

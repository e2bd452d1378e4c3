package org.mediarouter.task;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the tasks' records are kept, shared by all nodes. A record changes only by {@link #apply}, which is atomic for
 * one task.
 *
 * @apiNote Every method throws {@link org.mediarouter.message.Unavailable} where the store can't be reached: then nothing
 *     is to be acknowledged.
 */
public interface TaskStore {
    /** The record; null where there is no such task. */
    @Nullable
    TaskRecord get(String taskId);

    /**
     * Changes a record by {@link TaskMachine}.
     *
     * @param operationId the same id again has no second effect and the same result
     * @param at the time of the change; it stays that of the first call
     */
    TaskResult apply(String operationId, String taskId, TaskOperation operation, Instant at);

    /** All tasks of that MRD that are not CLOSED. */
    List<TaskRecord> open(String mrd);

    /** How many tasks wait in that queue, as far as the last second knows. */
    int waiting(String queue);

    /** The task that a client's request id stands for; null where none was claimed in the last 24 hours. */
    @Nullable
    String requested(@Nullable String user, String requestId);

    /**
     * Claims a client's request id for 24 hours.
     *
     * @param user the broker user who sent it
     * @return the id of the task that has it: {@code taskId}, or that of an earlier request
     */
    String claimRequest(@Nullable String user, String requestId, String taskId);
}

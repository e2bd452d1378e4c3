package org.mediarouter.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.TaskStateName;

/**
 * One change of a task (states, "Task").
 *
 * @param from null at the task's creation
 * @param agentId who was concerned: offered, accepting, leaving, joining
 * @param offer the number of the offer concerned; 0 where none was
 */
public record HistoryEntry(
        Instant time,
        @Nullable TaskStateName from,
        TaskStateName to,
        @Nullable String agentId,
        @Nullable String reason,
        int offer) {}

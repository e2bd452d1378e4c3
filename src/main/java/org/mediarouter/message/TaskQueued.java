package org.mediarouter.message;

import org.jspecify.annotations.Nullable;

/**
 * A waiting task's place has changed (extension).
 *
 * @param position from 1
 * @param estimatedWait seconds
 */
public record TaskQueued(
        String taskId, int position, @Nullable Double estimatedWait) implements Message {
    @Override
    public Category category() {
        return Category.TASK_STATE;
    }

    @Override
    public String aboutTask() {
        return taskId;
    }
}

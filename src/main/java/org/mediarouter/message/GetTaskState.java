package org.mediarouter.message;

import java.util.List;

/** Asks for a task's state, place and estimated wait (row 17). Changes nothing. */
public record GetTaskState(String taskId) implements Command {
    @Override
    public Category category() {
        return Category.TASK_STATE;
    }

    @Override
    public List<String> agents() {
        return List.of();
    }

    @Override
    public String aboutTask() {
        return taskId;
    }
}

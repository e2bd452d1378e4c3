package org.mediarouter.communication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.GetTaskState;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.QueueFigures;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;

/** Row 17, GetTaskState: reads the shared state. */
public final class GetTaskStateHandler implements Handler<GetTaskState> {
    private final TaskStore tasks;
    private final QueueFigures.Store figures;
    private final Answers answers;

    public GetTaskStateHandler(TaskStore tasks, QueueFigures.Store figures, Answers answers) {
        this.tasks = tasks;
        this.figures = figures;
        this.answers = answers;
    }

    @Override
    public List<Outgoing> handle(GetTaskState question, Envelope envelope) {
        @Nullable TaskRecord task = tasks.get(question.taskId());
        if (task == null) {
            return answers.refuse(question, envelope, ErrorCode.TASK_NOT_FOUND, "There is no such task.");
        }
        @Nullable Integer position = null;
        @Nullable Double wait = null;
        if (task.state() == TaskStateName.QUEUED) {
            @Nullable QueueFigures queue = figures.get(task.queue());
            position = queue == null ? 1 : queue.positionOf(task.id());
            wait = queue == null ? null : queue.waitAt(position);
        }
        return answers.answer(
                question,
                envelope,
                task.told()
                        .detailed(
                                task.request().priority(), task.request().attributes(), task.offers(), position, wait));
    }
}

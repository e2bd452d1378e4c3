package org.mediarouter.communication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.TaskState;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;

/** A state that routing caused, to everyone concerned; never one older than what a command's answer told. */
public final class TaskStateRelay implements Handler<TaskState> {
    private final TaskStore tasks;
    private final TaskEventRelay relay;

    public TaskStateRelay(TaskStore tasks, TaskEventRelay relay) {
        this.tasks = tasks;
        this.relay = relay;
    }

    @Override
    public List<Outgoing> handle(TaskState state, Envelope envelope) {
        @Nullable TaskRecord task = tasks.get(state.taskId());
        if (task == null || task.commandVersion() <= state.version()) {
            return relay.tell(state, task, envelope);
        }
        // Overtaken; but a command must have its answer all the same: the present state.
        return envelope.replyTo() == null
                ? List.of()
                : List.of(Outgoing.told(envelope.replyTo(), task.told(), envelope.correlation()));
    }
}

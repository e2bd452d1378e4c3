package org.mediarouter.engine;

import java.util.List;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.TaskState;

/** Row 12, TaskState: looks at the task and at the agents concerned anew. */
public final class TaskStateHandler implements Handler<TaskState> {
    private final Engine engine;

    public TaskStateHandler(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Outgoing> handle(TaskState state, Envelope envelope) {
        return engine.handle(state.mrd(), envelope, turn -> {
            turn.touchTask(state.taskId());
            envelope.audience().forEach(turn::touchAgent);
        });
    }
}

package org.mediarouter.engine;

import java.util.List;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Handler;
import org.mediarouter.message.NewTask;
import org.mediarouter.message.Outgoing;

/** Row 14, NewTask: finds an agent, now or later. */
public final class NewTaskHandler implements Handler<NewTask> {
    private final Engine engine;

    public NewTaskHandler(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Outgoing> handle(NewTask task, Envelope envelope) {
        return engine.handle(task.mrd(), envelope, turn -> turn.touchTask(task.taskId()));
    }
}

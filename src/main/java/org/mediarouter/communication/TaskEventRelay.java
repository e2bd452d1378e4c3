package org.mediarouter.communication;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Message;
import org.mediarouter.message.Outgoing;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;

/**
 * Rows 6, 9 and 15 (TaskConferenced, TaskAgentTransferred, TaskAgentSelected) and TaskQueued, unchanged, to the agents
 * concerned, to the task's creator, and, as the answer, to who gave the command.
 */
public final class TaskEventRelay implements Handler<Message> {
    private final TaskStore tasks;
    private final Answers answers;

    public TaskEventRelay(TaskStore tasks, Answers answers) {
        this.tasks = tasks;
        this.answers = answers;
    }

    @Override
    public List<Outgoing> handle(Message event, Envelope envelope) {
        @Nullable String taskId = event.aboutTask();
        return tell(event, taskId == null ? null : tasks.get(taskId), envelope);
    }

    List<Outgoing> tell(Message event, @Nullable TaskRecord task, Envelope envelope) {
        Set<Destination> heard = new LinkedHashSet<>();
        if (envelope.replyTo() != null) {
            heard.add(envelope.replyTo());
        }
        heard.addAll(answers.heard(
                envelope.audience(), task == null ? null : task.request().creator()));
        return heard.stream()
                .map(to -> Outgoing.told(to, event, envelope.correlation()))
                .toList();
    }
}

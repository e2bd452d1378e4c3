package org.mediarouter.communication;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.assignment.Assignment;
import org.mediarouter.assignment.Terms;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;
import org.mediarouter.task.TaskStore;

/** Row 11, TaskState: accept, reject, pause, resume, wrap up, close. */
public final class TaskStateHandler implements Handler<TaskStateRequest> {
    private final AgentStore agents;
    private final TaskStore tasks;
    private final Answers answers;
    private final Supplier<Configuration> configuration;

    public TaskStateHandler(
            AgentStore agents, TaskStore tasks, Answers answers, Supplier<Configuration> configuration) {
        this.agents = agents;
        this.tasks = tasks;
        this.answers = answers;
        this.configuration = configuration;
    }

    @Override
    public List<Outgoing> handle(TaskStateRequest request, Envelope envelope) {
        @Nullable TaskRecord task = tasks.get(request.taskId());
        if (task == null) {
            return answers.refuse(request, envelope, ErrorCode.TASK_NOT_FOUND, "There is no such task.");
        }
        TaskOperation.@Nullable Asked asked = asked(request.state());
        if (asked == null) {
            return answers.refuse(
                    request,
                    envelope,
                    Refusal.ofMember(
                            ErrorCode.INVALID_STATE,
                            "State",
                            "A client may ask for ACTIVE, REJECTED, PAUSED, WRAP_UP and CLOSED only."));
        }
        Assignment assignment = Assignment.ofCommand(agents, tasks, envelope);
        TaskResult result = assignment.task(
                "asked",
                request.taskId(),
                new TaskOperation.Ask(
                        asked, request.agentId(), request.reasonCode(), request.offer(), terms(task.mrd())));
        return result.refusal() == null
                ? answers.tell(request, envelope, assignment.effects(), requireNonNull(result.state()))
                : answers.refuse(request, envelope, result.refusal());
    }

    private TaskOperation.Terms terms(String mrdId) {
        Mrd mrd = configuration.get().mrd(mrdId);
        // An MRD in use doesn't vanish from the configuration; should it, its tasks end by the defaults.
        return Terms.forTask(mrd == null ? Mrd.of(mrdId, 1, false) : mrd);
    }

    private static TaskOperation.@Nullable Asked asked(String state) {
        for (TaskOperation.Asked asked : TaskOperation.Asked.values()) {
            if (asked.name().equals(state)) {
                return asked;
            }
        }
        return null;
    }
}

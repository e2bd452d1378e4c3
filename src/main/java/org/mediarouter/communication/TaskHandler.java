package org.mediarouter.communication;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Handler;
import org.mediarouter.message.NewTask;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Reason;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskState;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.task.Request;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskStore;

/** Rows 13 and 14, Task: records the task as QUEUED, answers with its id, and forwards NewTask. */
public final class TaskHandler implements Handler<Task> {
    private final TaskStore tasks;
    private final Answers answers;
    private final Supplier<Configuration> configuration;

    public TaskHandler(TaskStore tasks, Answers answers, Supplier<Configuration> configuration) {
        this.tasks = tasks;
        this.answers = answers;
        this.configuration = configuration;
    }

    @Override
    public List<Outgoing> handle(Task task, Envelope envelope) {
        Configuration now = configuration.get();
        if (task.mrd() != null && now.mrd(task.mrd()) == null) {
            return answers.refuse(
                    task, envelope, ErrorCode.MRD_NOT_FOUND, "There is no Media Routing Domain " + task.mrd() + ".");
        }
        PrecisionQueue named = task.queue() == null ? null : now.queue(task.queue());
        if (named != null && task.mrd() != null && !named.mrd().equals(task.mrd())) {
            return answers.refuseMember(
                    task,
                    envelope,
                    "Queue",
                    "The queue " + named.id() + " belongs to " + named.mrd() + ", not to " + task.mrd() + ".");
        }
        PrecisionQueue queue = named != null || task.mrd() == null ? named : now.defaultQueue(task.mrd());
        if (queue == null) {
            return answers.refuse(
                    task,
                    envelope,
                    Refusal.ofMember(ErrorCode.QUEUE_NOT_FOUND, "Queue", "There is no such queue" + defaults(task)));
        }
        return create(task, envelope, requireNonNull(now.mrd(queue.mrd())), queue);
    }

    private static String defaults(Task task) {
        return task.mrd() == null ? "." : ", and " + task.mrd() + " has no default queue.";
    }

    private List<Outgoing> create(Task task, Envelope envelope, Mrd mrd, PrecisionQueue queue) {
        String taskId = TaskIds.of(envelope.operation());
        Destination creator = answers.of((String) null, envelope.replyTo());
        boolean full = queue.maxWaiting() > 0 && tasks.waiting(queue.id()) >= queue.maxWaiting();
        if (task.requestId() != null) {
            @Nullable
            String known = full
                    ? tasks.requested(envelope.user(), task.requestId())
                    : tasks.claimRequest(envelope.user(), task.requestId(), taskId);
            if (known != null && !known.equals(taskId)) {
                return repeated(task, envelope, known, creator);
            }
        }
        // A task that exists was created by an earlier delivery of this message: it is not refused any more.
        if (full && tasks.get(taskId) == null) {
            return answers.refuse(
                    task,
                    envelope,
                    ErrorCode.QUEUE_FULL,
                    "In " + queue.id() + " no more than " + queue.maxWaiting() + " tasks may wait.");
        }
        Duration expiresAfter = task.expiresIn() == null
                ? mrd.expiresAfter()
                : Duration.ofMillis(Math.max(1, Math.round(task.expiresIn() * 1000)));
        Request request = new Request(
                task.priority(),
                task.attributes(),
                task.customerId(),
                task.preferredAgentId(),
                task.requestId(),
                creator,
                envelope.correlation(),
                expiresAfter);
        TaskState state = requireNonNull(tasks.apply(
                        envelope.operation() + "/create",
                        taskId,
                        new TaskOperation.Create(mrd.id(), queue.id(), request),
                        envelope.time())
                .state());
        boolean byDefault = task.queue() != null && !task.queue().equals(queue.id());
        NewTask forwarded = new NewTask(
                taskId,
                mrd.id(),
                queue.id(),
                task.priority(),
                task.attributes(),
                task.customerId(),
                task.preferredAgentId(),
                state.time().plus(expiresAfter),
                state.time());
        return List.of(
                Outgoing.told(creator, byDefault ? state.because(Reason.DEFAULT_QUEUE) : state, envelope.correlation()),
                Outgoing.toEngine(mrd.id(), forwarded, envelope.correlation(), List.of()));
    }

    private List<Outgoing> repeated(Task task, Envelope envelope, String earlier, Destination creator) {
        TaskOperation moved = new TaskOperation.ByCommand(new TaskOperation.MoveCreator(creator));
        @Nullable
        TaskState present = tasks.apply(envelope.operation() + "/repeated", earlier, moved, envelope.time())
                .state();
        return present == null
                ? answers.refuse(task, envelope, ErrorCode.TASK_NOT_FOUND, "The task of that RequestId ended long ago.")
                : answers.answer(task, envelope, present);
    }
}

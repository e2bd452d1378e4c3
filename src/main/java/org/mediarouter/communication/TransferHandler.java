package org.mediarouter.communication;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.Transfer;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;

/** Rows 7 and 8, Transfer: checks, adds the MRD, and forwards. */
public final class TransferHandler implements Handler<Transfer> {
    private final AgentStore agents;
    private final TaskStore tasks;
    private final Answers answers;
    private final Supplier<Configuration> configuration;

    public TransferHandler(AgentStore agents, TaskStore tasks, Answers answers, Supplier<Configuration> configuration) {
        this.agents = agents;
        this.tasks = tasks;
        this.answers = answers;
        this.configuration = configuration;
    }

    @Override
    public List<Outgoing> handle(Transfer transfer, Envelope envelope) {
        @Nullable TaskRecord task = tasks.get(transfer.taskId());
        @Nullable Refusal refusal = task == null ? HandingChecks.noTask() : refusal(transfer, task);
        if (task == null || refusal != null) {
            return answers.refuse(transfer, envelope, refusal == null ? HandingChecks.noTask() : refusal);
        }
        Transfer complete = new Transfer(
                transfer.taskId(),
                transfer.ownerAgentId(),
                transfer.recipientAgentId(),
                transfer.recipientQueue(),
                task.mrd(),
                envelope.time());
        return List.of(Outgoing.toEngine(task.mrd(), complete, envelope.correlation(), envelope.replyTo()));
    }

    private @Nullable Refusal refusal(Transfer transfer, TaskRecord task) {
        Configuration now = configuration.get();
        @Nullable Refusal refusal = HandingChecks.task(task, transfer.ownerAgentId());
        if (refusal != null) {
            return refusal;
        }
        if (transfer.recipientQueue() != null) {
            PrecisionQueue queue = now.queue(transfer.recipientQueue());
            return queue != null && queue.mrd().equals(task.mrd())
                    ? null
                    : Refusal.ofMember(
                            ErrorCode.QUEUE_NOT_FOUND,
                            "RecipientQueue",
                            "There is no queue " + transfer.recipientQueue() + " in " + task.mrd() + ".");
        }
        String recipient = transfer.recipientAgentId();
        boolean participant = recipient != null
                && !recipient.equals(task.owner())
                && task.agents().contains(recipient);
        return recipient == null || participant ? null : HandingChecks.recipient(now, agents, task, recipient);
    }
}

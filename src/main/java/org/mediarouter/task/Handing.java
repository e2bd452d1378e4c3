package org.mediarouter.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.TaskResult.Handover;

/** Tasks between agents: conference, transfer, and an agent who leaves (protocol, rows 4 and 7). */
final class Handing {
    private Handing() {}

    /** Why the owner can't hand the task on, or bring that agent in; null if nothing speaks against it. */
    private static @Nullable TaskOutcome obstacle(TaskRecord record, String owner, @Nullable String recipient) {
        if (!record.state().inConversation() || record.offer() != null) {
            return Change.refused(
                    record,
                    ErrorCode.INVALID_TASK_STATE,
                    record.offer() == null
                            ? Change.cannot(record.state(), "handed on")
                            : "The task is being offered to " + record.offer().agentId() + ".");
        }
        if (!owner.equals(record.owner())) {
            return Change.refused(record, ErrorCode.NOT_TASK_OWNER, owner + " does not own the task.");
        }
        return recipient == null ? null : onTask(record, recipient);
    }

    private static @Nullable TaskOutcome onTask(TaskRecord record, String recipient) {
        return record.agents().contains(recipient)
                ? Change.refused(record, ErrorCode.ALREADY_ON_TASK, recipient + " is on the task already.")
                : null;
    }

    static TaskOutcome join(TaskRecord record, TaskOperation.Join join, Instant at) {
        @Nullable TaskOutcome obstacle = obstacle(record, join.owner(), join.participant());
        if (obstacle != null) {
            return obstacle;
        }
        if (record.agents().size() >= join.maxAgentsOnTask()) {
            return Change.refused(
                    record,
                    ErrorCode.CONFERENCE_FULL,
                    "There are " + record.agents().size() + " agents on the task; more than " + join.maxAgentsOnTask()
                            + " can't be.");
        }
        return Change.told(
                record,
                record.draft(at)
                        .join(join.participant())
                        .to(record.state(), null)
                        .by(join.participant(), 0));
    }

    static TaskOutcome transfer(TaskRecord record, TaskOperation.Transfer transfer, Instant at) {
        @Nullable TaskOutcome obstacle = obstacle(record, transfer.owner(), transfer.recipient());
        return obstacle == null ? moved(record, transfer.owner(), transfer.recipient(), null, at) : obstacle;
    }

    static TaskOutcome swap(TaskRecord record, TaskOperation.Swap swap, Instant at) {
        @Nullable TaskOutcome obstacle = obstacle(record, swap.owner(), null);
        if (obstacle != null) {
            return obstacle;
        }
        boolean participates = record.agents().indexOf(swap.participant()) > 0;
        return participates
                ? moved(record, swap.owner(), swap.participant(), null, at)
                : Change.refused(record, ErrorCode.NOT_ON_TASK, swap.participant() + " is no participant of the task.");
    }

    /** The task with its new owner: ACTIVE; the former owner leaves, participants stay. */
    static TaskOutcome moved(
            TaskRecord record, String owner, String recipient, Offer.@Nullable Pending offered, Instant at) {
        List<String> agents = new ArrayList<>();
        agents.add(recipient);
        record.agents().stream()
                .filter(agent -> !agent.equals(owner) && !agent.equals(recipient))
                .forEach(agents::add);
        Offer offer = record.offer();
        TaskRecord after = record.draft(at)
                .withoutOffer()
                .agents(agents)
                .to(TaskStateName.ACTIVE, Reason.TRANSFERRED)
                .by(recipient, offer == null ? 0 : offer.number());
        return Change.told(record, after, new Handover(owner, recipient, true, offered));
    }

    static TaskOutcome offer(TaskRecord record, TaskOperation.OfferTransfer transfer, Instant at) {
        @Nullable TaskOutcome obstacle = obstacle(record, transfer.owner(), transfer.recipient());
        if (obstacle != null) {
            return obstacle;
        }
        Offer offer = new Offer(transfer.recipient(), record.offers() + 1, transfer.acceptBefore(), transfer.pending());
        return Change.told(
                record,
                record.draft(at).offered(offer).to(record.state(), null).by(transfer.recipient(), offer.number()));
    }

    static TaskOutcome toQueue(TaskRecord record, TaskOperation.TransferToQueue transfer, Instant at) {
        @Nullable TaskOutcome obstacle = obstacle(record, transfer.owner(), null);
        return obstacle == null
                ? Change.told(
                        record,
                        record.draft(at)
                                .intoQueue(transfer.queue(), Reason.TRANSFERRED, true)
                                .by(transfer.owner(), 0))
                : obstacle;
    }

    /** Who leaves passes an owner's place to the participant longest on the task; alone, the task waits again. */
    static TaskOutcome leave(TaskRecord record, TaskOperation.Leave leave, Instant at) {
        Offer offer = record.offer();
        if (offer != null && offer.agentId().equals(leave.agentId())) {
            return offer.transfer() == null
                    ? TaskMachine.requeue(record, leave.agentId(), leave.reason(), offer.number(), at)
                    : TaskMachine.notAccepted(record, offer, leave.reason(), at);
        }
        if (!record.agents().contains(leave.agentId())) {
            return Change.none(record);
        }
        if (record.agents().size() > 1) {
            return left(record, leave.agentId(), leave.reason(), at);
        }
        return record.state() == TaskStateName.WRAP_UP
                ? TaskMachine.close(record, Reason.DONE, leave.agentId(), at)
                : TaskMachine.requeue(record, leave.agentId(), leave.reason(), 0, at);
    }

    /** One of several leaves; a transfer that the owner had begun ends with his leaving. */
    static TaskOutcome left(TaskRecord record, String agentId, @Nullable String reason, Instant at) {
        Draft draft = record.draft(at).leave(agentId);
        if (agentId.equals(record.owner())) {
            draft.withoutOffer();
        }
        return Change.told(
                record,
                draft.staying(record.state(), reason, record.wrapUpBefore()).by(agentId, 0));
    }
}

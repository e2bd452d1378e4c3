package org.mediarouter.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Reason;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.TaskStateName;

/** What each operation does to a task's record: a function of record, operation and time (states, "Task"). */
public final class TaskMachine {
    private TaskMachine() {}

    /**
     * Applies an operation.
     *
     * @param record null where there is no such task yet
     */
    public static TaskOutcome apply(String taskId, @Nullable TaskRecord record, TaskOperation operation, Instant at) {
        if (operation instanceof TaskOperation.ByCommand command) {
            return byCommand(apply(taskId, record, command.operation(), at));
        }
        if (operation instanceof TaskOperation.Create create) {
            return record == null ? create(taskId, create, at) : Change.none(record);
        }
        if (record == null) {
            Refusal refusal = Refusal.of(ErrorCode.TASK_NOT_FOUND, "There is no such task.");
            return new TaskOutcome(null, new TaskResult(refusal, false, null, List.of(), List.of(), null, null, null));
        }
        if (operation instanceof TaskOperation.Ask ask) {
            return TaskRequests.apply(record, ask, at);
        }
        if (operation instanceof TaskOperation.MakeOffer offer) {
            return offer(record, offer, at);
        }
        if (operation instanceof TaskOperation.WithdrawOffer withdraw) {
            return withdraw(record, withdraw, at);
        }
        if (operation instanceof TaskOperation.Join join) {
            return Handing.join(record, join, at);
        }
        if (operation instanceof TaskOperation.Transfer transfer) {
            return Handing.transfer(record, transfer, at);
        }
        if (operation instanceof TaskOperation.Swap swap) {
            return Handing.swap(record, swap, at);
        }
        if (operation instanceof TaskOperation.OfferTransfer transfer) {
            return Handing.offer(record, transfer, at);
        }
        if (operation instanceof TaskOperation.TransferToQueue transfer) {
            return Handing.toQueue(record, transfer, at);
        }
        if (operation instanceof TaskOperation.Leave leave) {
            return Handing.leave(record, leave, at);
        }
        if (operation instanceof TaskOperation.MoveCreator move) {
            return Change.quiet(record.draft(at).hearingAt(move.creator()).quietly());
        }
        if (operation instanceof TaskOperation.EndWrapUp) {
            return endWrapUp(record, at);
        }
        if (operation instanceof TaskOperation.Expire) {
            return expire(record, at);
        }
        if (operation instanceof TaskOperation.Overflow overflow) {
            return record.state() == TaskStateName.QUEUED
                    ? Change.told(
                            record,
                            record.draft(at)
                                    .intoQueue(overflow.queue(), Reason.OVERFLOW, true)
                                    .by(null, 0))
                    : Change.none(record);
        }
        if (operation instanceof TaskOperation.Move move) {
            return record.state() == TaskStateName.QUEUED && record.queue().equals(move.from())
                    ? Change.told(
                            record,
                            record.draft(at)
                                    .intoQueue(move.queue(), Reason.QUEUE_REMOVED, true)
                                    .by(null, 0))
                    : Change.none(record);
        }
        throw new IllegalArgumentException("No such operation: " + operation);
    }

    /** The command's answer tells the state, whether the command has changed it or found it so; a refusal tells none. */
    private static TaskOutcome byCommand(TaskOutcome outcome) {
        TaskRecord record = outcome.record();
        return record == null || outcome.result().refusal() != null
                ? outcome
                : new TaskOutcome(record.byCommand(), outcome.result());
    }

    private static TaskOutcome create(String taskId, TaskOperation.Create create, Instant at) {
        TaskRecord blank = new TaskRecord(
                taskId,
                create.mrd(),
                create.queue(),
                create.request(),
                at,
                at,
                TaskStateName.QUEUED,
                null,
                List.of(),
                null,
                null,
                0,
                Map.of(),
                null,
                at,
                1,
                0,
                List.of(new HistoryEntry(at, null, TaskStateName.QUEUED, null, null, 0, create.queue())));
        return Change.told(blank, blank);
    }

    private static TaskOutcome offer(TaskRecord record, TaskOperation.MakeOffer make, Instant at) {
        if (record.state() != TaskStateName.QUEUED || make.number() != record.offers() + 1) {
            return Change.refused(record, ErrorCode.INVALID_TASK_STATE, Change.cannot(record.state(), "offered"));
        }
        Offer offer = new Offer(make.agentId(), make.number(), make.acceptBefore(), null);
        TaskRecord after =
                record.draft(at).offered(offer).to(TaskStateName.RESERVED, null).by(make.agentId(), make.number());
        return Change.told(record, after);
    }

    private static TaskOutcome withdraw(TaskRecord record, TaskOperation.WithdrawOffer withdraw, Instant at) {
        Offer offer = record.offer();
        boolean meant = offer != null
                && offer.agentId().equals(withdraw.agentId())
                && (withdraw.number() == 0 || withdraw.number() == offer.number());
        if (offer == null || !meant) {
            // An offer decided but not yet recorded must not come after its withdrawal.
            return Change.quiet(
                    record.state() == TaskStateName.QUEUED
                            ? record.draft(at).offersAtLeast(withdraw.number()).quietly()
                            : record);
        }
        return offer.transfer() == null
                ? requeue(record, withdraw.agentId(), withdraw.reason(), offer.number(), at)
                : notAccepted(record, offer, withdraw.reason(), at);
    }

    /** From an agent's hands back into the queue, at the old place. */
    static TaskOutcome requeue(TaskRecord record, String agentId, String reason, int offer, Instant at) {
        boolean newEntry = !reason.equals(Reason.RONA) && !reason.equals(Reason.REJECTED);
        return Change.told(
                record,
                record.draft(at).intoQueue(record.queue(), reason, newEntry).by(agentId, offer));
    }

    /** The offer of a transfer ends and nothing has moved. */
    static TaskOutcome notAccepted(TaskRecord record, Offer offer, String reason, Instant at) {
        TaskRecord after =
                record.draft(at).withoutOffer().to(record.state(), reason).by(offer.agentId(), offer.number());
        return Change.told(record, after);
    }

    private static TaskOutcome endWrapUp(TaskRecord record, Instant at) {
        boolean due = record.state() == TaskStateName.WRAP_UP
                && record.wrapUpBefore() != null
                && !at.isBefore(record.wrapUpBefore());
        return due ? close(record, Reason.WRAP_UP_EXPIRED, null, at) : Change.none(record);
    }

    private static TaskOutcome expire(TaskRecord record, Instant at) {
        boolean due = record.state() == TaskStateName.QUEUED && !at.isBefore(record.expiresAt());
        return due ? close(record, Reason.NO_AGENT_AVAILABLE, null, at) : Change.none(record);
    }

    static TaskOutcome close(TaskRecord record, String reason, @Nullable String by, Instant at) {
        TaskRecord after = record.draft(at)
                .withoutOffer()
                .agents(List.of())
                .to(TaskStateName.CLOSED, reason)
                .by(by, 0);
        return Change.told(record, after);
    }
}

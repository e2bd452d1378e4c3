package org.mediarouter.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.mediarouter.assignment.Handovers;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Error;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.Transfer;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.TransferMode;
import org.mediarouter.task.Offer;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;

/**
 * Row 8, Transfer: takes the recipient's capacity, moves the task, gives the owner's capacity back, and says
 * TaskAgentTransferred. To a participant the roles swap; to a queue the task waits again; with {@code transferMode: offer}
 * the recipient is offered it first.
 */
public final class TransferHandler implements Handler<Transfer> {
    private final Engine engine;

    public TransferHandler(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Outgoing> handle(Transfer transfer, Envelope envelope) {
        String mrd = requireNonNull(transfer.mrd());
        return engine.handle(mrd, envelope, turn -> transfer(transfer, mrd, turn));
    }

    private static void transfer(Transfer transfer, String mrd, Turn turn) {
        turn.touchTask(transfer.taskId());
        String recipient = transfer.recipientAgentId();
        if (recipient == null) {
            toQueue(transfer, turn);
            return;
        }
        turn.touchAgent(recipient);
        TaskResult swapped = turn.assignment()
                .task("swap", transfer.taskId(), new TaskOperation.Swap(transfer.ownerAgentId(), recipient));
        if (swapped.refusal() == null) {
            moved(swapped, turn);
            return;
        }
        Mrd settings = turn.configuration().mrd(mrd);
        if (settings != null && settings.transferMode() == TransferMode.OFFER) {
            offer(transfer, recipient, settings, turn);
            return;
        }
        TaskResult result = turn.assignment()
                .hand(
                        "transfer",
                        mrd,
                        recipient,
                        transfer.taskId(),
                        TaskStateName.ACTIVE,
                        new TaskOperation.Transfer(transfer.ownerAgentId(), recipient));
        if (result.refusal() == null) {
            moved(result, turn);
        } else {
            refused(transfer, result, turn);
        }
    }

    private static void toQueue(Transfer transfer, Turn turn) {
        TaskResult result = turn.assignment()
                .task(
                        "queue",
                        transfer.taskId(),
                        new TaskOperation.TransferToQueue(
                                transfer.ownerAgentId(), requireNonNull(transfer.recipientQueue())));
        TaskState state = result.state();
        if (result.refusal() != null || state == null) {
            refused(transfer, result, turn);
            return;
        }
        // The event is the answer where both go to the same place: C gives one copy to each.
        turn.tellAnswered(state);
    }

    private static void offer(Transfer transfer, String recipient, Mrd settings, Turn turn) {
        Envelope envelope = turn.envelope();
        Instant acceptBefore = envelope.time().plus(settings.acceptWithin());
        TaskResult result = turn.assignment()
                .hand(
                        "offer",
                        settings.id(),
                        recipient,
                        transfer.taskId(),
                        TaskStateName.RESERVED,
                        new TaskOperation.OfferTransfer(
                                transfer.ownerAgentId(),
                                recipient,
                                acceptBefore,
                                new Offer.Pending(envelope.correlation(), envelope.replyTo())));
        TaskState state = result.state();
        TaskRecord task = turn.taskOf(transfer.taskId());
        if (result.refusal() != null || state == null || state.offer() == null || task == null) {
            refused(transfer, result, turn);
            return;
        }
        turn.tellCommand();
        // After a redelivery the offer's time is that of the first delivery.
        Instant until = task.offer() == null ? acceptBefore : task.offer().acceptBefore();
        turn.selected(task, state, recipient, state.offer(), until.toEpochMilli(), envelope.correlation());
    }

    private static void moved(TaskResult result, Turn turn) {
        TaskState state = requireNonNull(result.state());
        TaskResult.Handover handover = requireNonNull(result.handover());
        // The states first, as with a conference.
        turn.tellCommand();
        turn.announcements()
                .event(
                        Handovers.transferred(handover, state),
                        turn.envelope().correlation(),
                        turn.envelope().replyTo(),
                        result.audience());
    }

    private static void refused(Transfer transfer, TaskResult result, Turn turn) {
        Envelope envelope = turn.envelope();
        turn.announcements()
                .event(
                        Error.to(transfer, requireNonNull(result.refusal()), envelope.time()),
                        envelope.correlation(),
                        envelope.replyTo(),
                        List.of());
        turn.tellCommand();
    }
}

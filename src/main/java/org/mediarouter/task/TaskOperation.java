package org.mediarouter.task;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Destination;

/** A change of a task's record. What it comes to is for {@link TaskMachine} to say. */
public sealed interface TaskOperation {
    /** Whether it is for a task that isn't there yet. */
    default boolean creates() {
        return this instanceof Create || (this instanceof ByCommand command && command.operation() instanceof Create);
    }

    /** The same on account of a Chat Server's command: what changes, the Communication Server tells at once itself. */
    record ByCommand(TaskOperation operation) implements TaskOperation {}

    /** A new task, QUEUED. */
    record Create(String mrd, String queue, Request request) implements TaskOperation {}

    /** A repeated {@code Task}: the creator hears elsewhere from now on. */
    record MoveCreator(Destination creator) implements TaskOperation {}

    /** Routing offers the task; {@code number} is one more than the offers so far. */
    record MakeOffer(String agentId, int number, Instant acceptBefore) implements TaskOperation {}

    /** The pending offer of that number, if it still is, is taken back; of number 0: whichever the agent has. */
    record WithdrawOffer(String agentId, int number, String reason) implements TaskOperation {}

    /**
     * The Chat Server asks for a state (protocol, row 11).
     *
     * @param agentId who acts; null: the owner
     * @param offer the number of the offer answered; null: the present one
     * @param terms what the MRD's settings say
     */
    record Ask(
            Asked asked,
            @Nullable String agentId,
            @Nullable String reason,
            @Nullable Integer offer,
            Terms terms) implements TaskOperation {}

    /** A participant joins (protocol, row 4). */
    record Join(String owner, String participant, int maxAgentsOnTask) implements TaskOperation {}

    /** The task moves to an agent who isn't on it (protocol, row 7). */
    record Transfer(String owner, String recipient) implements TaskOperation {}

    /** The task moves to a participant: the roles swap and the former owner leaves. */
    record Swap(String owner, String participant) implements TaskOperation {}

    /** The task is offered to another agent while the owner keeps it. */
    record OfferTransfer(String owner, String recipient, Instant acceptBefore, Offer.Pending pending)
            implements TaskOperation {}

    /** The task goes back to a queue of its MRD. */
    record TransferToQueue(String owner, String queue) implements TaskOperation {}

    /** The agent is gone or must leave: offers are withdrawn, places pass on, else the task waits again. */
    record Leave(String agentId, String reason) implements TaskOperation {}

    /** The wrap-up's time is over. */
    record EndWrapUp() implements TaskOperation {}

    /** The task has waited as long as it may. */
    record Expire() implements TaskOperation {}

    /** The last step's time is over too. */
    record Overflow(String queue) implements TaskOperation {}

    /** A configuration took the task's queue away: it waits in another from now on, at its old place in the order. */
    record Move(String from, String queue) implements TaskOperation {}

    /** What a client may ask for. */
    enum Asked {
        ACTIVE,
        REJECTED,
        PAUSED,
        WRAP_UP,
        CLOSED
    }

    /** Whether an MRD knows wrap-up. */
    enum WrapUp {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /**
     * What an MRD's settings mean for its tasks.
     *
     * @param notAgainFor how long a rejected task isn't offered to the same agent: the MRD's {@code acceptWithin}
     */
    record Terms(WrapUp wrapUp, Duration wrapUpWithin, Duration notAgainFor) {}
}

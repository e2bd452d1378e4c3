package org.mediarouter.task;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.TaskOperation.Ask;
import org.mediarouter.task.TaskOperation.Asked;
import org.mediarouter.task.TaskOperation.WrapUp;

/** What a Chat Server may ask for, and who may (states, "Task", the second table; protocol, row 11). */
final class TaskRequests {
    private TaskRequests() {}

    static TaskOutcome apply(TaskRecord record, Ask ask, Instant at) {
        if (record.state() == TaskStateName.CLOSED) {
            return ask.asked() == Asked.CLOSED ? Change.none(record) : invalid(record, ask);
        }
        if (ask.asked() == Asked.CLOSED) {
            return close(record, ask, at);
        }
        @Nullable TaskOutcome stranger = stranger(record, ask);
        if (stranger != null) {
            return stranger;
        }
        if (answersOffer(record, ask)) {
            return answer(record, ask, at);
        }
        if (ask.asked().name().equals(record.state().name())) {
            return Change.none(record);
        }
        if (!TaskTable.allows(ask.asked(), record.state()) || record.state() == TaskStateName.RESERVED) {
            return invalid(record, ask);
        }
        return switch (ask.asked()) {
            case ACTIVE -> pass(record, TaskStateName.ACTIVE, ask, at);
            case PAUSED -> pass(record, TaskStateName.PAUSED, ask, at);
            case WRAP_UP -> ask.terms().wrapUp() == WrapUp.NONE ? invalid(record, ask) : wrapUp(record, ask, at);
            case REJECTED, CLOSED -> invalid(record, ask);
        };
    }

    /** Why the one who acts may not; null if he may. */
    private static @Nullable TaskOutcome stranger(TaskRecord record, Ask ask) {
        Offer pending = record.offer();
        boolean aboutOffer = ask.asked() == Asked.ACTIVE || ask.asked() == Asked.REJECTED;
        Integer number = ask.offer();
        String agent = ask.agentId();
        if (aboutOffer && number != null && (number > record.offers() || record.withdrawn(number))) {
            return expired(record);
        }
        if (agent == null || agent.equals(record.owner())) {
            return null;
        }
        if (pending != null && pending.agentId().equals(agent)) {
            boolean answering = aboutOffer && (number == null || number == pending.number());
            return answering || record.state() == TaskStateName.RESERVED ? null : notOwner(record);
        }
        if (!record.agents().contains(agent)) {
            return aboutOffer && record.offeredBefore(agent)
                    ? expired(record)
                    : Change.refused(record, ErrorCode.NOT_ON_TASK, agent + " is not on the task.");
        }
        return notOwner(record);
    }

    private static TaskOutcome notOwner(TaskRecord record) {
        return Change.refused(
                record, ErrorCode.NOT_TASK_OWNER, "Only the task's owner, " + record.owner() + ", may ask for that.");
    }

    /** Whether it is the offered agent who speaks; in RESERVED also nobody in particular. */
    private static boolean answersOffer(TaskRecord record, Ask ask) {
        Offer pending = record.offer();
        if (pending == null || (ask.asked() != Asked.ACTIVE && ask.asked() != Asked.REJECTED)) {
            return false;
        }
        return ask.agentId() == null
                ? record.state() == TaskStateName.RESERVED
                : ask.agentId().equals(pending.agentId());
    }

    private static TaskOutcome answer(TaskRecord record, Ask ask, Instant at) {
        Offer offer = requireNonNull(record.offer());
        boolean accepted = ask.asked() == Asked.ACTIVE;
        if (offer.transfer() != null) {
            return accepted
                    ? Handing.moved(record, record.agents().get(0), offer.agentId(), offer.transfer(), at)
                    : TaskMachine.notAccepted(record, offer, Reason.REJECTED, at);
        }
        if (accepted) {
            return Change.told(
                    record,
                    record.draft(at)
                            .withoutOffer()
                            .agents(List.of(offer.agentId()))
                            .to(TaskStateName.ACTIVE, ask.reason())
                            .by(offer.agentId(), offer.number()));
        }
        return Change.told(
                record,
                record.draft(at)
                        .intoQueue(record.queue(), Reason.REJECTED, false)
                        .rejectedBy(offer.agentId(), at.plus(ask.terms().notAgainFor()))
                        .by(offer.agentId(), offer.number()));
    }

    private static TaskOutcome pass(TaskRecord record, TaskStateName to, Ask ask, Instant at) {
        return Change.told(record, record.draft(at).to(to, ask.reason()).by(record.owner(), 0));
    }

    private static TaskOutcome wrapUp(TaskRecord record, Ask ask, Instant at) {
        return Change.told(
                record,
                record.draft(at)
                        .withoutOffer()
                        .wrapUpFor(ask.terms().wrapUpWithin(), ask.reason())
                        .by(record.owner(), 0));
    }

    private static TaskOutcome close(TaskRecord record, Ask ask, Instant at) {
        boolean accepted = !record.agents().isEmpty();
        boolean forAll = ask.agentId() == null || Reason.CANCELLED.equals(ask.reason());
        String reason = ask.reason() == null ? (accepted ? Reason.DONE : Reason.CANCELLED) : ask.reason();
        if (forAll) {
            return wrapsUp(record, ask)
                    ? wrapUpOwner(record, ask, at)
                    : TaskMachine.close(record, reason, ask.agentId(), at);
        }
        String agent = requireNonNull(ask.agentId());
        if (!record.agents().contains(agent)) {
            return record.concerned().contains(agent)
                    ? invalid(record, ask)
                    : Change.refused(record, ErrorCode.NOT_ON_TASK, agent + " is not on the task.");
        }
        if (record.agents().size() > 1) {
            return Handing.left(record, agent, ask.reason(), at);
        }
        return wrapsUp(record, ask) ? wrapUpOwner(record, ask, at) : TaskMachine.close(record, reason, agent, at);
    }

    private static boolean wrapsUp(TaskRecord record, Ask ask) {
        return ask.terms().wrapUp() == WrapUp.REQUIRED && record.state().inConversation();
    }

    /** The end of the conversation where after-work must be done: the owner's. */
    private static TaskOutcome wrapUpOwner(TaskRecord record, Ask ask, Instant at) {
        return Change.told(
                record,
                record.draft(at)
                        .withoutOffer()
                        .agents(record.agents().subList(0, 1))
                        .wrapUpFor(ask.terms().wrapUpWithin(), ask.reason())
                        .by(record.owner(), 0));
    }

    private static TaskOutcome invalid(TaskRecord record, Ask ask) {
        return Change.refused(
                record,
                ErrorCode.INVALID_TASK_STATE,
                "A task that is " + record.state() + " can't become " + ask.asked() + " that way.");
    }

    private static TaskOutcome expired(TaskRecord record) {
        return Change.refused(record, ErrorCode.OFFER_EXPIRED, "There is no such offer any more.");
    }
}

package org.mediarouter.task;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.message.TaskStateName.ACTIVE;
import static org.mediarouter.message.TaskStateName.CLOSED;
import static org.mediarouter.message.TaskStateName.PAUSED;
import static org.mediarouter.message.TaskStateName.QUEUED;
import static org.mediarouter.message.TaskStateName.WRAP_UP;
import static org.mediarouter.task.TaskStory.ANNA;
import static org.mediarouter.task.TaskStory.BEN;
import static org.mediarouter.task.TaskStory.CARA;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.TaskOperation.Asked;
import org.mediarouter.task.TaskOperation.Join;
import org.mediarouter.task.TaskOperation.Swap;
import org.mediarouter.task.TaskOperation.Transfer;
import org.mediarouter.task.TaskOperation.TransferToQueue;
import org.mediarouter.task.TaskResult.Handover;

/** Conference, transfer, swap, transfer by offer and to a queue (protocol, rows 4-9). */
class HandingTest {
    @Test
    void aParticipantJoins() {
        TaskStory task = TaskStory.activeWithAnna()
                .does(new Join(ANNA, BEN, 4))
                .is(ACTIVE, null)
                .has(ANNA, BEN);
        task.hold(BEN, ACTIVE);
        assertThat(task.record().told().participants()).containsExactly(ANNA, BEN);
        assertThat(task.record().told().agentId()).isEqualTo(ANNA);
        TaskStory.activeWithAnna()
                .asks(Asked.PAUSED, ANNA)
                .joined(BEN)
                .is(PAUSED, null)
                .hold(BEN, PAUSED);
    }

    @Test
    void aConferenceHasItsLimit() {
        TaskStory task = TaskStory.activeWithAnna().does(new Join(ANNA, BEN, 2));
        task.does(new Join(ANNA, CARA, 2)).refused(ErrorCode.CONFERENCE_FULL);
        task.does(new Join(ANNA, BEN, 2)).refused(ErrorCode.ALREADY_ON_TASK);
        task.does(new Join(ANNA, ANNA, 2)).refused(ErrorCode.ALREADY_ON_TASK);
        task.does(new Join(BEN, CARA, 4)).refused(ErrorCode.NOT_TASK_OWNER);
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStateName.class,
            names = {"QUEUED", "RESERVED", "WRAP_UP", "CLOSED"})
    void onlyConversationsAreHandedOn(TaskStateName state) {
        for (TaskOperation operation : new TaskOperation[] {
            new Join("dora", BEN, 4), new Transfer("dora", BEN), new Swap("dora", BEN), new TransferToQueue("dora", "q")
        }) {
            TaskTableTest.in(state).does(operation).refused(ErrorCode.INVALID_TASK_STATE);
        }
    }

    @Test
    void theTaskMovesAndIsActive() {
        TaskStory task = TaskStory.activeWithAnna().asks(Asked.PAUSED, ANNA).does(new Transfer(ANNA, BEN));
        task.is(ACTIVE, Reason.TRANSFERRED).has(BEN).hold(ANNA, null).hold(BEN, ACTIVE);
        assertThat(task.last().handover()).isEqualTo(new Handover(ANNA, BEN, true, null));
        assertThat(task.last().audience()).containsExactlyInAnyOrder(ANNA, BEN);
        task.does(new Transfer(ANNA, CARA)).refused(ErrorCode.NOT_TASK_OWNER);
        task.does(new Transfer(BEN, BEN)).refused(ErrorCode.ALREADY_ON_TASK);
    }

    @Test
    void participantsStayWhenTheOwnerHandsOn() {
        TaskStory.conference()
                .does(new Transfer(ANNA, "dora"))
                .has("dora", BEN, CARA)
                .hold(ANNA, null);
    }

    @Test
    void rolesSwapWithAParticipant() {
        TaskStory task = TaskStory.conference();
        task.does(new Swap(ANNA, "dora")).refused(ErrorCode.NOT_ON_TASK);
        task.does(new Swap(ANNA, ANNA)).refused(ErrorCode.NOT_ON_TASK);
        task.does(new Swap(ANNA, CARA)).has(CARA, BEN).hold(ANNA, null).is(ACTIVE, Reason.TRANSFERRED);
        assertThat(task.last().handover()).isEqualTo(new Handover(ANNA, CARA, true, null));
    }

    @Test
    void backIntoAQueueItKeepsItsPlaceAndStartsItsStepsAnew() {
        TaskStory task = TaskStory.conference().does(new TransferToQueue(ANNA, "second-level"));
        task.is(QUEUED, Reason.TRANSFERRED).hold(ANNA, null).hold(BEN, null).hold(CARA, null);
        assertThat(task.record().queue()).isEqualTo("second-level");
        assertThat(task.record().queuedAt()).isEqualTo(task.now());
        assertThat(task.record().firstQueuedAt()).isBefore(task.now());
        task.offeredTo(BEN).asks(Asked.ACTIVE, BEN, null, 2).has(BEN);
    }

    @Test
    void whileTheRecipientIsOfferedItTheOwnerKeepsTheTask() {
        TaskStory task = TaskStory.activeWithAnna()
                .offeredInTransfer(ANNA, BEN)
                .is(ACTIVE, null)
                .has(ANNA);
        assertThat(task.record().told().offer()).isEqualTo(2);
        assertThat(task.record().told().agentId()).isEqualTo(ANNA);
        assertThat(task.last().audience()).containsExactlyInAnyOrder(ANNA, BEN);
        assertThat(task.last().handover()).isNull();
        task.asks(Asked.PAUSED, ANNA).is(PAUSED, null);
        task.asks(Asked.PAUSED, BEN).refused(ErrorCode.NOT_TASK_OWNER);
        task.asks(Asked.WRAP_UP, BEN).refused(ErrorCode.NOT_TASK_OWNER);
        task.asks(Asked.CLOSED, BEN).refused(ErrorCode.INVALID_TASK_STATE);
        task.does(new Transfer(ANNA, CARA)).refused(ErrorCode.INVALID_TASK_STATE);
        task.does(new Join(ANNA, CARA, 4)).refused(ErrorCode.INVALID_TASK_STATE);
        task.offeredInTransfer(ANNA, CARA).refused(ErrorCode.INVALID_TASK_STATE);
    }

    @Test
    void theRecipientAccepts() {
        TaskStory task = TaskStory.activeWithAnna().joined(CARA).offeredInTransfer(ANNA, BEN);
        Offer offer = requireNonNull(task.record().offer());
        task.asks(Asked.ACTIVE, BEN, null, 2).is(ACTIVE, Reason.TRANSFERRED).has(BEN, CARA);
        task.hold(ANNA, null).hold(BEN, ACTIVE);
        assertThat(task.last().handover()).isEqualTo(new Handover(ANNA, BEN, true, offer.transfer()));
        assertThat(task.record().history())
                .last()
                .extracting(HistoryEntry::offer)
                .isEqualTo(2);
        task.asks(Asked.ACTIVE, BEN, null, 2).unchanged();
    }

    @Test
    void theRecipientRejects() {
        notAccepted(TaskStory.activeWithAnna().offeredInTransfer(ANNA, BEN).asks(Asked.REJECTED, BEN))
                .is(ACTIVE, Reason.REJECTED);
    }

    @Test
    void aTransfersOfferIsWithdrawnByWhoDoesNotKnowItsNumber() {
        TaskStory offered = TaskStory.activeWithAnna().offeredInTransfer(ANNA, BEN);
        notAccepted(offered.does(new TaskOperation.WithdrawOffer(BEN, 0, Reason.INTERRUPTED)));
    }

    @Test
    void andNotOnceItIsAccepted() {
        TaskStory accepted =
                TaskStory.activeWithAnna().offeredInTransfer(ANNA, BEN).asks(Asked.ACTIVE, BEN);
        TaskRecord before = accepted.record();
        accepted.does(new TaskOperation.WithdrawOffer(BEN, 0, Reason.INTERRUPTED));
        assertThat(accepted.record()).isEqualTo(before);
    }

    @Test
    void theRecipientDoesNotAnswerOrGoes() {
        TaskStory task = notAccepted(
                TaskStory.activeWithAnna().offeredInTransfer(ANNA, BEN).withdrawnFrom(BEN, Reason.RONA));
        task.is(ACTIVE, Reason.RONA).asks(Asked.ACTIVE, BEN).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.ACTIVE, BEN, null, 2).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.PAUSED, ANNA).asks(Asked.ACTIVE, ANNA, null, 1).is(ACTIVE, null);
        notAccepted(TaskStory.activeWithAnna().offeredInTransfer(ANNA, BEN).leaves(BEN, Reason.AGENT_LOGOUT));
    }

    @Test
    void theOwnerLeavesAndTheOfferWithHim() {
        TaskStory alone = TaskStory.activeWithAnna()
                .offeredInTransfer(ANNA, BEN)
                .leaves(ANNA, Reason.AGENT_LOGOUT)
                .is(QUEUED, Reason.AGENT_LOGOUT)
                .hold(BEN, null);
        assertThat(alone.last().handover()).extracting(Handover::accepted).isEqualTo(false);
        TaskStory conference = TaskStory.activeWithAnna()
                .joined(CARA)
                .offeredInTransfer(ANNA, BEN)
                .asks(Asked.CLOSED, ANNA)
                .has(CARA)
                .hold(BEN, null);
        assertThat(conference.last().handover()).extracting(Handover::accepted).isEqualTo(false);
    }

    @Test
    void aParticipantLeavesAndTheOfferStays() {
        TaskStory task = TaskStory.activeWithAnna()
                .joined(CARA)
                .offeredInTransfer(ANNA, BEN)
                .asks(Asked.CLOSED, CARA);
        assertThat(task.last().handover()).isNull();
        task.asks(Asked.ACTIVE, BEN).has(BEN);
    }

    @Test
    void closingOrWrappingUpWithdrawsTheOffer() {
        TaskStory closed =
                TaskStory.activeWithAnna().offeredInTransfer(ANNA, BEN).asks(Asked.CLOSED, null);
        closed.is(CLOSED, Reason.DONE).hold(ANNA, null).hold(BEN, null);
        assertThat(closed.last().handover()).extracting(Handover::accepted).isEqualTo(false);
        TaskStory wrapped =
                TaskStory.activeWithAnna().offeredInTransfer(ANNA, BEN).asks(Asked.WRAP_UP, ANNA);
        wrapped.is(WRAP_UP, null).hold(BEN, null);
        assertThat(wrapped.last().handover()).extracting(Handover::accepted).isEqualTo(false);
    }

    private static TaskStory notAccepted(TaskStory task) {
        Handover handover = requireNonNull(task.last().handover());
        assertThat(handover.accepted()).isFalse();
        assertThat(handover.from()).isEqualTo(ANNA);
        assertThat(handover.to()).isEqualTo(BEN);
        assertThat(requireNonNull(handover.offered()).correlation()).isEqualTo("transfer-1");
        return task.has(ANNA).hold(BEN, null);
    }
}

package org.mediarouter.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.message.TaskStateName.ACTIVE;
import static org.mediarouter.message.TaskStateName.CLOSED;
import static org.mediarouter.message.TaskStateName.PAUSED;
import static org.mediarouter.message.TaskStateName.QUEUED;
import static org.mediarouter.message.TaskStateName.RESERVED;
import static org.mediarouter.task.TaskStory.ACCEPT_WITHIN;
import static org.mediarouter.task.TaskStory.ANNA;
import static org.mediarouter.task.TaskStory.BEN;
import static org.mediarouter.task.TaskStory.EXPIRES_AFTER;
import static org.mediarouter.task.TaskStory.START;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.Destination;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskState;
import org.mediarouter.task.TaskOperation.Asked;

/** A task that waits, is offered, accepted, rejected, withdrawn, expired (states, "Task"). */
class OfferTest {
    @Test
    void aNewTaskWaits() {
        TaskStory task = TaskStory.queued().is(QUEUED, null);
        TaskState told = task.record().told();
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.requestId()).isEqualTo("web-7");
        assertThat(told.agentId()).isNull();
        assertThat(told.participants()).isNull();
        assertThat(told.offer()).isNull();
        assertThat(task.last().creator()).isEqualTo(TaskStory.CREATOR);
        assertThat(task.last().correlation()).isEqualTo("corr");
    }

    @Test
    void creatingItAgainChangesNothing() {
        TaskStory task = TaskStory.queued();
        task.does(new TaskOperation.Create("mail", "other", task.record().request()))
                .unchanged();
        assertThat(task.record().queue()).isEqualTo("sales");
    }

    @Test
    void nothingCanBeDoneToATaskThatIsNotThere() {
        TaskOutcome outcome = TaskMachine.apply("t-9", null, new TaskOperation.Expire(), START);
        assertThat(outcome.record()).isNull();
        assertThat(outcome.result().refusal())
                .extracting(refusal -> refusal.code())
                .isEqualTo(ErrorCode.TASK_NOT_FOUND);
    }

    @Test
    void whoIsOfferedAccepts() {
        TaskStory task = TaskStory.queued().offeredTo(ANNA).is(RESERVED, null);
        assertThat(task.record().told().agentId()).isEqualTo(ANNA);
        assertThat(task.record().told().offer()).isEqualTo(1);
        assertThat(task.record().told().participants()).isNull();
        task.asks(Asked.ACTIVE, ANNA, null, 1).is(ACTIVE, null).has(ANNA).hold(ANNA, ACTIVE);
        task.asks(Asked.ACTIVE, ANNA, null, 1).unchanged();
        task.asks(Asked.ACTIVE, null).unchanged();
    }

    @Test
    void withoutAgentIdTheOneWhoIsOfferedIsMeant() {
        TaskStory.queued().offeredTo(ANNA).asks(Asked.ACTIVE, null).has(ANNA);
        TaskStory.queued().offeredTo(ANNA).asks(Asked.REJECTED, null).is(QUEUED, Reason.REJECTED);
    }

    @Test
    void offersAreNumbered() {
        TaskStory task = TaskStory.queued().offeredTo(ANNA);
        task.does(new TaskOperation.MakeOffer(BEN, 2, START)).refused(ErrorCode.INVALID_TASK_STATE);
        task.withdrawnFrom(ANNA, Reason.RONA);
        task.does(new TaskOperation.MakeOffer(BEN, 1, START)).refused(ErrorCode.INVALID_TASK_STATE);
        task.does(new TaskOperation.MakeOffer(BEN, 3, START)).refused(ErrorCode.INVALID_TASK_STATE);
        task.does(new TaskOperation.MakeOffer(BEN, 2, START)).is(RESERVED, null);
    }

    @Test
    void rungOutWithoutAnswerTheTaskHasItsOldPlace() {
        TaskStory task = TaskStory.queued().offeredTo(ANNA).withdrawnFrom(ANNA, Reason.RONA);
        task.is(QUEUED, Reason.RONA).hold(ANNA, null);
        assertThat(task.record().firstQueuedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(task.record().queuedAt()).as("steps and expiry go on").isEqualTo(START.plusSeconds(1));
        assertThat(task.last().audience()).containsExactly(ANNA);
    }

    @Test
    void aRejectedTaskIsNotForThatAgentForAWhile() {
        TaskStory task = TaskStory.queued().offeredTo(ANNA).asks(Asked.REJECTED, ANNA, "TOO_HARD", 1);
        task.is(QUEUED, Reason.REJECTED).hold(ANNA, null);
        assertThat(task.record().rejections()).containsEntry(ANNA, task.now().plus(ACCEPT_WITHIN));
        assertThat(task.record().queuedAt()).isEqualTo(START.plusSeconds(1));
        task.offeredTo(BEN).asks(Asked.REJECTED, BEN);
        assertThat(task.record().rejections()).containsOnlyKeys(ANNA, BEN);
    }

    @Test
    void otherReasonsAreANewEntryIntoTheQueueAtTheOldPlace() {
        for (String reason : new String[] {Reason.AGENT_LOGOUT, Reason.RESTORE, Reason.INTERRUPTED}) {
            TaskStory task = TaskStory.queued()
                    .offeredTo(ANNA)
                    .withdrawnFrom(ANNA, reason)
                    .is(QUEUED, reason);
            assertThat(task.record().queuedAt()).isEqualTo(task.now());
            assertThat(task.record().firstQueuedAt()).isBefore(task.now());
        }
    }

    @Test
    void aLateAnswerToAWithdrawnOfferIsOfferExpired() {
        TaskStory task = TaskStory.queued().offeredTo(ANNA).withdrawnFrom(ANNA, Reason.RONA);
        task.asks(Asked.ACTIVE, ANNA).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.REJECTED, ANNA, null, 1).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.ACTIVE, null, null, 1).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.PAUSED, ANNA).refused(ErrorCode.NOT_ON_TASK);
        task.offeredTo(BEN);
        task.asks(Asked.ACTIVE, ANNA).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.ACTIVE, BEN, null, 1).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.ACTIVE, BEN, null, 3).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.ACTIVE, BEN, null, 2).has(BEN);
        task.asks(Asked.ACTIVE, ANNA, null, 1).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.ACTIVE, "dora").refused(ErrorCode.NOT_ON_TASK);
    }

    @Test
    void anAnswerToAnOlderOfferOfTheSameAgentIsOfferExpired() {
        TaskStory task = TaskStory.queued()
                .offeredTo(ANNA)
                .withdrawnFrom(ANNA, Reason.RONA)
                .offeredTo(ANNA);
        task.asks(Asked.ACTIVE, ANNA, null, 1).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.ACTIVE, ANNA, null, 2).has(ANNA);
        task.asks(Asked.ACTIVE, ANNA, null, 1).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.REJECTED, ANNA, null, 1).refused(ErrorCode.OFFER_EXPIRED);
        task.asks(Asked.PAUSED, ANNA).asks(Asked.ACTIVE, ANNA, null, 2).is(ACTIVE, null);
    }

    @Test
    void whoHasAcceptedAndHandedOnIsNotOnTheTask() {
        TaskStory task = TaskStory.activeWithAnna().does(new TaskOperation.Transfer(ANNA, BEN));
        task.asks(Asked.ACTIVE, ANNA, null, 1).refused(ErrorCode.NOT_ON_TASK);
        task.asks(Asked.PAUSED, ANNA).refused(ErrorCode.NOT_ON_TASK);
    }

    @Test
    void aWithdrawalOfAnOfferThatIsNoMoreChangesNothing() {
        TaskStory task = TaskStory.activeWithAnna()
                .withdrawnFrom(ANNA, Reason.RONA)
                .unchanged()
                .is(ACTIVE, null);
        TaskStory waiting = TaskStory.queued()
                .offeredTo(ANNA)
                .withdrawnFrom(ANNA, Reason.RONA)
                .offeredTo(BEN);
        waiting.does(new TaskOperation.WithdrawOffer(ANNA, 1, Reason.RONA)).unchanged();
        assertThat(task.record().offers()).isEqualTo(1);
    }

    @Test
    void anOfferWithdrawnBeforeItWasRecordedNeverComes() {
        TaskStory task = TaskStory.queued()
                .does(new TaskOperation.WithdrawOffer(ANNA, 1, Reason.RESTORE))
                .unchanged();
        task.does(new TaskOperation.MakeOffer(ANNA, 1, START)).refused(ErrorCode.INVALID_TASK_STATE);
        task.offeredTo(ANNA).is(RESERVED, null);
        assertThat(task.record().offers()).isEqualTo(2);
    }

    @Test
    void expiresAfterItsTimeInTheQueueAndNotBefore() {
        TaskStory task = TaskStory.queued().after(EXPIRES_AFTER.minusSeconds(2));
        task.does(new TaskOperation.Expire()).unchanged().is(QUEUED, null);
        task.does(new TaskOperation.Expire()).is(CLOSED, Reason.NO_AGENT_AVAILABLE);
        TaskStory.activeWithAnna()
                .after(EXPIRES_AFTER)
                .does(new TaskOperation.Expire())
                .unchanged();
    }

    @Test
    void ronaDoesNotProlongTheWaiting() {
        TaskStory task = TaskStory.queued()
                .after(EXPIRES_AFTER.minusSeconds(10))
                .offeredTo(ANNA)
                .withdrawnFrom(ANNA, Reason.RONA)
                .after(Duration.ofSeconds(10));
        task.does(new TaskOperation.Expire()).is(CLOSED, Reason.NO_AGENT_AVAILABLE);
    }

    @Test
    void overflowsIntoAnotherQueueAndStartsItsStepsAnew() {
        TaskStory task =
                TaskStory.queued().does(new TaskOperation.Overflow("backup")).is(QUEUED, Reason.OVERFLOW);
        assertThat(task.record().queue()).isEqualTo("backup");
        assertThat(task.record().queuedAt()).isEqualTo(task.now());
        assertThat(task.record().firstQueuedAt()).isBefore(task.now());
        TaskStory.activeWithAnna().does(new TaskOperation.Overflow("backup")).unchanged();
    }

    @Test
    void aRepeatedRequestMovesTheCreatorAndTellsNobody() {
        TaskStory task = TaskStory.queued().does(new TaskOperation.MoveCreator(Destination.queue("Client.web2")));
        task.unchanged();
        assertThat(task.last().creator()).isEqualTo(Destination.queue("Client.web2"));
        assertThat(task.record().request().attributes()).containsEntry("Language", "de");
    }

    @Test
    void theHistoryTellsTheStory() {
        TaskStory task = TaskStory.queued()
                .offeredTo(ANNA)
                .withdrawnFrom(ANNA, Reason.RONA)
                .offeredTo(BEN);
        task.asks(Asked.ACTIVE, BEN).asks(Asked.PAUSED, BEN, "BREAK", null).asks(Asked.CLOSED, null);
        Instant first = START.plusSeconds(1);
        assertThat(task.record().history())
                .containsExactly(
                        new HistoryEntry(first, null, QUEUED, null, null, 0, "sales"),
                        new HistoryEntry(first.plusSeconds(1), QUEUED, RESERVED, ANNA, null, 1, "sales"),
                        new HistoryEntry(first.plusSeconds(2), RESERVED, QUEUED, ANNA, Reason.RONA, 1, "sales"),
                        new HistoryEntry(first.plusSeconds(3), QUEUED, RESERVED, BEN, null, 2, "sales"),
                        new HistoryEntry(first.plusSeconds(4), RESERVED, ACTIVE, BEN, null, 2, "sales"),
                        new HistoryEntry(first.plusSeconds(5), ACTIVE, PAUSED, BEN, "BREAK", 0, "sales"),
                        new HistoryEntry(first.plusSeconds(6), PAUSED, CLOSED, null, Reason.DONE, 0, "sales"));
        assertThat(task.record().told().agentId()).as("the last owner").isEqualTo(BEN);
    }

    /** Its answer tells the present state: what routing did before mustn't be told after it. */
    @Test
    void theVersionThatACommandFoundAsItWishedIsRemembered() {
        TaskStory task = TaskStory.activeWithAnna().joined(BEN);
        TaskOperation.Terms terms =
                new TaskOperation.Terms(TaskOperation.WrapUp.OPTIONAL, ACCEPT_WITHIN, ACCEPT_WITHIN);
        task.does(new TaskOperation.ByCommand(new TaskOperation.Ask(Asked.PAUSED, BEN, null, null, terms)))
                .refused(ErrorCode.NOT_TASK_OWNER);
        assertThat(task.record().commandVersion()).isZero();
        task.does(new TaskOperation.ByCommand(new TaskOperation.Ask(Asked.ACTIVE, ANNA, null, null, terms)))
                .unchanged();
        assertThat(task.record().commandVersion()).isEqualTo(task.record().version());
    }
}

package org.mediarouter.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.message.TaskStateName.ACTIVE;
import static org.mediarouter.message.TaskStateName.CLOSED;
import static org.mediarouter.message.TaskStateName.PAUSED;
import static org.mediarouter.message.TaskStateName.QUEUED;
import static org.mediarouter.message.TaskStateName.WRAP_UP;
import static org.mediarouter.task.TaskStory.ANNA;
import static org.mediarouter.task.TaskStory.BEN;
import static org.mediarouter.task.TaskStory.CARA;
import static org.mediarouter.task.TaskStory.WRAP_UP_WITHIN;

import org.junit.jupiter.api.Test;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Reason;
import org.mediarouter.task.TaskOperation.Asked;
import org.mediarouter.task.TaskOperation.WrapUp;

/** How tasks end: closing, wrap-up, agents who leave (states, "Task"). */
class ClosingTest {
    @Test
    void beforeAcceptanceItIsCancelledAfterwardsDone() {
        TaskStory.queued().asks(Asked.CLOSED, null).is(CLOSED, Reason.CANCELLED);
        TaskStory.queued()
                .offeredTo(ANNA)
                .asks(Asked.CLOSED, null)
                .is(CLOSED, Reason.CANCELLED)
                .hold(ANNA, null);
        TaskStory.activeWithAnna()
                .asks(Asked.CLOSED, null)
                .is(CLOSED, Reason.DONE)
                .hold(ANNA, null);
        TaskStory.activeWithAnna().asks(Asked.CLOSED, ANNA).is(CLOSED, Reason.DONE);
        TaskStory.activeWithAnna().asks(Asked.CLOSED, ANNA, "SOLVED", null).is(CLOSED, "SOLVED");
    }

    @Test
    void whatIsClosedStaysClosedWhoeverAsks() {
        TaskStory task = TaskStory.activeWithAnna().asks(Asked.CLOSED, null);
        task.asks(Asked.ACTIVE, ANNA).refused(ErrorCode.INVALID_TASK_STATE);
        task.asks(Asked.ACTIVE, ANNA, null, 1).refused(ErrorCode.INVALID_TASK_STATE);
        task.asks(Asked.PAUSED, "dora").refused(ErrorCode.INVALID_TASK_STATE);
        task.asks(Asked.REJECTED, null).refused(ErrorCode.INVALID_TASK_STATE);
        task.asks(Asked.CLOSED, "dora").unchanged();
        task.asks(Asked.CLOSED, null, Reason.CANCELLED, null).unchanged().is(CLOSED, Reason.DONE);
        task.leaves(ANNA, Reason.AGENT_LOGOUT).unchanged();
        task.does(new TaskOperation.EndWrapUp()).unchanged();
        assertThat(task.record().told().agentId()).isEqualTo(ANNA);
        assertThat(task.record().told().participants()).isNull();
    }

    @Test
    void whoIsOfferedRejectsAndDoesNotClose() {
        TaskStory.queued().offeredTo(ANNA).asks(Asked.CLOSED, ANNA).refused(ErrorCode.INVALID_TASK_STATE);
        TaskStory.queued().offeredTo(ANNA).asks(Asked.CLOSED, BEN).refused(ErrorCode.NOT_ON_TASK);
        TaskStory.queued()
                .offeredTo(ANNA)
                .asks(Asked.CLOSED, ANNA, Reason.CANCELLED, null)
                .is(CLOSED, Reason.CANCELLED);
    }

    @Test
    void aParticipantWhoClosesLeavesTheConference() {
        TaskStory task =
                TaskStory.conference().asks(Asked.CLOSED, BEN).is(ACTIVE, null).has(ANNA, CARA);
        task.hold(BEN, null).hold(ANNA, ACTIVE).hold(CARA, ACTIVE);
        assertThat(task.last().audience()).contains(BEN);
    }

    @Test
    void theOwnersPlaceGoesToTheParticipantLongestOnTheTask() {
        TaskStory task = TaskStory.conference().asks(Asked.CLOSED, ANNA).has(BEN, CARA);
        task.asks(Asked.PAUSED, BEN)
                .is(PAUSED, null)
                .asks(Asked.CLOSED, BEN)
                .is(PAUSED, null)
                .has(CARA);
        task.asks(Asked.CLOSED, CARA).is(CLOSED, Reason.DONE);
        assertThat(task.record().lastOwner()).isEqualTo(CARA);
    }

    @Test
    void closingWithoutAgentIdEndsItForAll() {
        TaskStory task = TaskStory.conference().asks(Asked.CLOSED, null).is(CLOSED, Reason.DONE);
        task.hold(ANNA, null).hold(BEN, null).hold(CARA, null);
        TaskStory.conference().asks(Asked.CLOSED, CARA, Reason.CANCELLED, null).is(CLOSED, Reason.CANCELLED);
    }

    @Test
    void wrapUpWaitsForItsEnd() {
        TaskStory task = TaskStory.activeWithAnna()
                .asks(Asked.WRAP_UP, ANNA, "NOTES", null)
                .is(WRAP_UP, "NOTES");
        assertThat(task.record().wrapUpBefore()).isEqualTo(task.now().plus(WRAP_UP_WITHIN));
        task.does(new TaskOperation.EndWrapUp()).unchanged();
        task.after(WRAP_UP_WITHIN)
                .does(new TaskOperation.EndWrapUp())
                .is(CLOSED, Reason.WRAP_UP_EXPIRED)
                .hold(ANNA, null);
    }

    @Test
    void wrapUpIsReopenedOrClosed() {
        TaskStory task = TaskStory.activeWithAnna().asks(Asked.PAUSED, null).asks(Asked.WRAP_UP, null);
        task.asks(Asked.PAUSED, ANNA).refused(ErrorCode.INVALID_TASK_STATE);
        task.asks(Asked.ACTIVE, ANNA).is(ACTIVE, null);
        task.does(new TaskOperation.EndWrapUp()).unchanged();
        task.asks(Asked.WRAP_UP, ANNA).asks(Asked.CLOSED, ANNA).is(CLOSED, Reason.DONE);
    }

    @Test
    void anMrdWithoutWrapUpRefusesIt() {
        TaskStory.activeWithAnna()
                .wrapUp(WrapUp.NONE)
                .asks(Asked.WRAP_UP, ANNA)
                .refused(ErrorCode.INVALID_TASK_STATE)
                .asks(Asked.CLOSED, ANNA)
                .is(CLOSED, Reason.DONE);
    }

    @Test
    void requiredWrapUpComesBeforeTheEnd() {
        TaskStory task = TaskStory.activeWithAnna().wrapUp(WrapUp.REQUIRED).asks(Asked.CLOSED, ANNA);
        task.is(WRAP_UP, null).has(ANNA).asks(Asked.CLOSED, ANNA).is(CLOSED, Reason.DONE);
        TaskStory.activeWithAnna()
                .wrapUp(WrapUp.REQUIRED)
                .asks(Asked.CLOSED, null)
                .is(WRAP_UP, null);
        TaskStory.activeWithAnna()
                .wrapUp(WrapUp.REQUIRED)
                .asks(Asked.CLOSED, null, Reason.CANCELLED, null)
                .is(WRAP_UP, Reason.CANCELLED);
    }

    @Test
    void requiredWrapUpIsTheOwnersWhenItEndsForAll() {
        TaskStory task = TaskStory.conference().wrapUp(WrapUp.REQUIRED);
        task.asks(Asked.CLOSED, CARA).is(ACTIVE, null);
        task.asks(Asked.CLOSED, null).is(WRAP_UP, null).has(ANNA).hold(BEN, null);
    }

    @Test
    void requiredWrapUpNeedsAConversation() {
        TaskStory.queued().wrapUp(WrapUp.REQUIRED).asks(Asked.CLOSED, null).is(CLOSED, Reason.CANCELLED);
        TaskStory.queued()
                .wrapUp(WrapUp.REQUIRED)
                .offeredTo(ANNA)
                .asks(Asked.CLOSED, null, Reason.CANCELLED, null)
                .is(CLOSED, Reason.CANCELLED);
    }

    @Test
    void theWrapUpsDeadlineStaysWhenOneOfSeveralLeaves() {
        TaskStory task = TaskStory.activeWithAnna().joined(BEN).asks(Asked.WRAP_UP, ANNA);
        var deadline = task.record().wrapUpBefore();
        task.asks(Asked.CLOSED, ANNA).is(WRAP_UP, null).has(BEN);
        assertThat(task.record().wrapUpBefore()).isEqualTo(deadline);
    }

    @Test
    void whoLogsOutLeavesHisTasks() {
        TaskStory.activeWithAnna()
                .leaves(ANNA, Reason.AGENT_LOGOUT)
                .is(QUEUED, Reason.AGENT_LOGOUT)
                .hold(ANNA, null);
        TaskStory.activeWithAnna()
                .asks(Asked.PAUSED, ANNA)
                .leaves(ANNA, Reason.INTERRUPTED)
                .is(QUEUED, Reason.INTERRUPTED);
        TaskStory.activeWithAnna()
                .asks(Asked.WRAP_UP, ANNA)
                .leaves(ANNA, Reason.AGENT_LOGOUT)
                .is(CLOSED, Reason.DONE);
        TaskStory.conference()
                .leaves(ANNA, Reason.AGENT_LOGOUT)
                .is(ACTIVE, Reason.AGENT_LOGOUT)
                .has(BEN, CARA);
        TaskStory.queued().offeredTo(ANNA).leaves(ANNA, Reason.AGENT_LOGOUT).is(QUEUED, Reason.AGENT_LOGOUT);
        TaskStory.activeWithAnna().leaves(BEN, Reason.AGENT_LOGOUT).unchanged();
    }
}

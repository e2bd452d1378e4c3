package org.mediarouter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.agent.AgentStory.CALL;
import static org.mediarouter.agent.AgentStory.CHAT;
import static org.mediarouter.agent.AgentStory.MAIL;
import static org.mediarouter.agent.AgentStory.UNKNOWN_FOR;
import static org.mediarouter.agent.AgentStory.interruptible;
import static org.mediarouter.agent.AgentStory.plain;
import static org.mediarouter.message.AgentStateName.ACTIVE;
import static org.mediarouter.message.AgentStateName.BUSY;
import static org.mediarouter.message.AgentStateName.INTERRUPTED;
import static org.mediarouter.message.AgentStateName.NOT_READY;
import static org.mediarouter.message.AgentStateName.READY;
import static org.mediarouter.message.AgentStateName.RESERVED;
import static org.mediarouter.message.AgentStateName.WORK_READY;

import org.junit.jupiter.api.Test;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.TaskStateName;

/** Work in one MRD and what it means for the others (states, "Interruption"). */
class InterruptionTest {
    @Test
    void anOfferDoesNotInterruptItsAcceptanceDoes() {
        AgentStory agent = callAndMail(false).offered(CALL, "c").is(MAIL, READY);
        agent.passes(CALL, "c", TaskStateName.ACTIVE).told(BUSY, INTERRUPTED);
        agent.offered(MAIL, "m").refused(ErrorCode.RECIPIENT_NOT_AVAILABLE);
        assertThat(agent.last().refusal())
                .extracting(refusal -> refusal.recipientState())
                .isEqualTo(INTERRUPTED);
    }

    @Test
    void aTransferOrConferenceInterruptsAtOnce() {
        callAndMail(false).handed(CALL, "c").told(BUSY, INTERRUPTED);
    }

    @Test
    void wrapUpInterruptsTooUntilItsEnd() {
        AgentStory agent = callAndMail(false).handed(CALL, "c").passes(CALL, "c", TaskStateName.WRAP_UP);
        agent.told(WORK_READY).is(MAIL, INTERRUPTED);
        agent.releases(CALL, "c").told(READY, READY);
    }

    @Test
    void keepsTheTasksAndWithdrawsTheOffers() {
        AgentStory agent =
                callAndMail(false).handed(MAIL, "m-1").offered(MAIL, "m-2").handed(CALL, "c");
        assertThat(agent.last().displaced())
                .extracting(AgentResult.Displaced::taskId)
                .containsExactly("m-2");
        agent.givesUpDisplaced().is(MAIL, INTERRUPTED).releases(CALL, "c").is(MAIL, ACTIVE);
    }

    @Test
    void requeuesConversationsButNotWrapUps() {
        AgentStory agent = callAndMail(true)
                .handed(MAIL, "m-1")
                .handed(MAIL, "m-2")
                .passes(MAIL, "m-2", TaskStateName.PAUSED)
                .handed(MAIL, "m-3")
                .passes(MAIL, "m-3", TaskStateName.WRAP_UP)
                .offered(MAIL, "m-4")
                .handed(CALL, "c");
        assertThat(agent.last().displaced())
                .extracting(AgentResult.Displaced::taskId)
                .containsExactly("m-1", "m-2", "m-4");
        agent.givesUpDisplaced().releases(CALL, "c").is(MAIL, WORK_READY);
    }

    @Test
    void displacesOnceOnly() {
        AgentStory agent = AgentStory.connected()
                .login(CALL, plain(2))
                .ready(CALL)
                .login(MAIL, interruptible(3, true))
                .ready(MAIL)
                .handed(MAIL, "m-1")
                .handed(CALL, "c-1");
        assertThat(agent.last().displaced()).hasSize(1);
        agent.handed(CALL, "c-2");
        assertThat(agent.last().displaced()).isEmpty();
    }

    @Test
    void readinessAskedForMeanwhileCountsAfterwards() {
        AgentStory agent = callAndMail(false).handed(CALL, "c");
        agent.notReady(MAIL, "LUNCH").told().is(MAIL, INTERRUPTED);
        agent.releases(CALL, "c").is(MAIL, NOT_READY, "LUNCH").is(CALL, READY);
    }

    @Test
    void workInAnInterruptibleMrdInterruptsNothing() {
        AgentStory agent = callAndMail(false).handed(MAIL, "m").is(CALL, READY);
        agent.offered(CALL, "c").is(CALL, RESERVED);
    }

    @Test
    void anMrdThatIsNotConcurrentTakesNothingWhileThereIsWorkElsewhere() {
        AgentStory agent = AgentStory.connected()
                .login(CALL, plain(1))
                .ready(CALL)
                .login(CHAT, new Terms(2, false, false, false, UNKNOWN_FOR))
                .ready(CHAT);
        agent.handed(CALL, "c").is(CHAT, READY);
        assertThat(agent.last().stirred()).extracting(AgentState::mrd).containsExactly(CHAT);
        agent.offered(CHAT, "t").refused(ErrorCode.RECIPIENT_NOT_AVAILABLE);
        agent.releases(CALL, "c");
        assertThat(agent.last().stirred()).extracting(AgentState::mrd).containsExactly(CHAT);
        agent.offered(CHAT, "t").is(CHAT, RESERVED);
        assertThat(agent.record().mayTakeTask(CALL))
                .as("an offer is no work yet")
                .isTrue();
    }

    @Test
    void forcedLogoutWithWorkKeepsInterruptingUntilTheTaskIsGivenBack() {
        AgentStory agent = callAndMail(false).handed(CALL, "c");
        agent.does(new AgentOperation.Logout(CALL, true, "AGENT_LOGOUT")).is(MAIL, INTERRUPTED);
        agent.givesUpDisplaced().told(READY).is(MAIL, READY);
    }

    private static AgentStory callAndMail(boolean requeue) {
        return AgentStory.connected()
                .login(CALL, plain(1))
                .ready(CALL)
                .login(MAIL, interruptible(5, requeue))
                .ready(MAIL);
    }
}

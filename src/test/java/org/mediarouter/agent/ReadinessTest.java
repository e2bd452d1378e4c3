package org.mediarouter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.agent.AgentStory.CHAT;
import static org.mediarouter.agent.AgentStory.MAIL;
import static org.mediarouter.agent.AgentStory.UNKNOWN_FOR;
import static org.mediarouter.agent.AgentStory.held;
import static org.mediarouter.agent.AgentStory.plain;
import static org.mediarouter.message.AgentStateName.ACTIVE;
import static org.mediarouter.message.AgentStateName.BUSY;
import static org.mediarouter.message.AgentStateName.LOGOUT;
import static org.mediarouter.message.AgentStateName.NOT_READY;
import static org.mediarouter.message.AgentStateName.PENDING_NOT_READY;
import static org.mediarouter.message.AgentStateName.READY;
import static org.mediarouter.message.AgentStateName.RESERVED;
import static org.mediarouter.message.AgentStateName.UNKNOWN;
import static org.mediarouter.message.AgentStateName.WORK_READY;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.TaskStateName;

/** READY and NOT_READY, RONA, and nobody being sure (states, "Agent"). */
class ReadinessTest {
    @Test
    void readinessIsSetInEveryLoggedInState() {
        AgentStory agent = AgentStory.connected().login(CHAT, plain(2));
        agent.ready(CHAT).told(READY).notReady(CHAT, "LUNCH").told(NOT_READY).is(CHAT, NOT_READY, "LUNCH");
        agent.ready(CHAT).offered(CHAT, "t").told(RESERVED);
        agent.notReady(CHAT, "LUNCH").told(PENDING_NOT_READY).is(CHAT, PENDING_NOT_READY, "LUNCH");
        agent.ready(CHAT).told(RESERVED);
    }

    @Test
    void refusesReadinessOfWhoIsNotLoggedIn() {
        AgentStory.connected().ready(CHAT).refused(ErrorCode.AGENT_NOT_LOGGED_IN);
    }

    @Test
    void askingForWhatIsSoChangesNothing() {
        AgentStory agent = AgentStory.readyForChat(1);
        MrdState before = agent.in(CHAT);
        agent.ready(CHAT).told();
        assertThat(agent.in(CHAT)).isEqualTo(before);
        assertThat(agent.last().state()).isEqualTo(before.told("1001"));
        agent.notReady(CHAT, "LUNCH").notReady(CHAT, "LUNCH").told();
    }

    @Test
    void anotherReasonIsAChange() {
        AgentStory agent = AgentStory.readyForChat(1).notReady(CHAT, "LUNCH").notReady(CHAT, "MEETING");
        agent.told(NOT_READY).is(CHAT, NOT_READY, "MEETING");
    }

    @Test
    void pendingNotReadyEndsWithTheLastTask() {
        AgentStory agent = AgentStory.readyForChat(3).handed(CHAT, "t-1").offered(CHAT, "t-2");
        agent.notReady(CHAT, "LUNCH").told(PENDING_NOT_READY);
        agent.offered(CHAT, "t-3").refused(ErrorCode.RECIPIENT_NOT_AVAILABLE);
        agent.passes(CHAT, "t-2", TaskStateName.ACTIVE).told();
        agent.releases(CHAT, "t-1").told().releases(CHAT, "t-2").told(NOT_READY).is(CHAT, NOT_READY, "LUNCH");
    }

    @Test
    void rungOutWithoutAnswerIsNotReady() {
        AgentStory agent = AgentStory.readyForChat(2).offered(CHAT, "t-1").offered(CHAT, "t-2");
        agent.does(new AgentOperation.Rona(CHAT, held("t-1", "t-2")))
                .told(NOT_READY)
                .is(CHAT, NOT_READY, "RONA");
        assertThat(agent.in(CHAT).held()).isEmpty();
    }

    @Test
    void rungOutWithOtherWorkIsPendingNotReady() {
        AgentStory agent = AgentStory.readyForChat(3).handed(CHAT, "t-1").offered(CHAT, "t-2");
        agent.does(new AgentOperation.Rona(CHAT, held("t-2")))
                .told(PENDING_NOT_READY)
                .is(CHAT, PENDING_NOT_READY, "RONA");
        agent.releases(CHAT, "t-1").is(CHAT, NOT_READY, "RONA");
    }

    @Test
    void ronaThatCrossesALogoutOrARestoreLeavesTheStateAlone() {
        AgentStory gone = AgentStory.readyForChat(1).offered(CHAT, "t");
        gone.does(new AgentOperation.Logout(CHAT, true, "AGENT_LOGOUT"))
                .does(new AgentOperation.Rona(CHAT, held("t")))
                .told()
                .is(CHAT, LOGOUT, "AGENT_LOGOUT");
        AgentStory unsure = AgentStory.readyForChat(1).offered(CHAT, "t").does(new AgentOperation.Doubt());
        unsure.does(new AgentOperation.Rona(CHAT, held("t"))).told().is(CHAT, UNKNOWN);
    }

    @Test
    void rejectionLeavesTheAgentAsReadyAsHeWas() {
        AgentStory agent = AgentStory.readyForChat(1).offered(CHAT, "t").releases(CHAT, "t");
        agent.told(READY).is(CHAT, READY);
    }

    @Test
    void afterARestoreNobodyIsSure() {
        AgentStory agent = AgentStory.readyForChat(3)
                .login(MAIL, plain(1))
                .handed(CHAT, "t-1")
                .offered(CHAT, "t-2")
                .does(new AgentOperation.Doubt());
        agent.told(UNKNOWN, UNKNOWN).is(CHAT, UNKNOWN, "RESTORE");
        assertThat(agent.last().displaced())
                .as("offers go, accepted tasks stay")
                .extracting(AgentResult.Displaced::taskId)
                .containsExactly("t-2");
        agent.givesUpDisplaced();
        agent.offered(CHAT, "t-3").refused(ErrorCode.RECIPIENT_NOT_AVAILABLE);
        agent.ready(CHAT).told(ACTIVE);
        agent.does(new AgentOperation.Logout(MAIL, false, null)).told(LOGOUT);
    }

    @Test
    void unsurenessEndsByItselfAndNotBefore() {
        AgentStory agent = AgentStory.readyForChat(2).handed(CHAT, "t-1").does(new AgentOperation.Doubt());
        agent.after(UNKNOWN_FOR.minus(Duration.ofSeconds(2)))
                .does(new AgentOperation.EndUnsureness(CHAT))
                .told()
                .is(CHAT, UNKNOWN);
        agent.does(new AgentOperation.EndUnsureness(CHAT)).told(LOGOUT).is(CHAT, LOGOUT, "AGENT_LOGOUT");
        assertThat(agent.last().displaced())
                .extracting(AgentResult.Displaced::taskId)
                .containsExactly("t-1");
        assertThat(agent.record().connection()).isNull();
    }

    @Test
    void whoAnsweredInTimeIsNotLoggedOut() {
        AgentStory agent =
                AgentStory.readyForChat(1).does(new AgentOperation.Doubt()).notReady(CHAT, "BACK");
        agent.after(UNKNOWN_FOR)
                .does(new AgentOperation.EndUnsureness(CHAT))
                .told()
                .is(CHAT, NOT_READY, "BACK");
    }

    @Test
    void aRestoreDoesNotConcernWhoIsLoggedOut() {
        AgentStory agent =
                AgentStory.connected().does(new AgentOperation.Doubt()).told();
        assertThat(agent.record().mrds()).isEmpty();
    }

    @Test
    void wrapUpIsWorkButRoomIsThereOnlyInReadyReservedAndActive() {
        AgentStory agent = AgentStory.readyForChat(2).handed(CHAT, "t-1").told(ACTIVE);
        agent.passes(CHAT, "t-1", TaskStateName.PAUSED).told();
        agent.passes(CHAT, "t-1", TaskStateName.WRAP_UP).told(WORK_READY);
        agent.offered(CHAT, "t-2").refused(ErrorCode.RECIPIENT_NOT_AVAILABLE);
        assertThat(agent.last().refusal())
                .extracting(refusal -> refusal.recipientState())
                .isEqualTo(WORK_READY);
        agent.passes(CHAT, "t-1", TaskStateName.ACTIVE).told(ACTIVE);
        agent.offered(CHAT, "t-2").told(BUSY);
        agent.offered(CHAT, "t-3").refused(ErrorCode.RECIPIENT_NOT_AVAILABLE);
        agent.passes(CHAT, "t-1", TaskStateName.WRAP_UP).told(WORK_READY);
        agent.releases(CHAT, "t-1").told(RESERVED);
    }
}

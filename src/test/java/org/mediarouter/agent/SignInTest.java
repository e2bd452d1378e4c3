package org.mediarouter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.agent.AgentStory.CALL;
import static org.mediarouter.agent.AgentStory.CHAT;
import static org.mediarouter.agent.AgentStory.CONNECTED_FOR;
import static org.mediarouter.agent.AgentStory.MAIL;
import static org.mediarouter.agent.AgentStory.interruptible;
import static org.mediarouter.agent.AgentStory.plain;
import static org.mediarouter.message.AgentStateName.INTERRUPTED;
import static org.mediarouter.message.AgentStateName.LOGIN;
import static org.mediarouter.message.AgentStateName.LOGOUT;
import static org.mediarouter.message.AgentStateName.NOT_READY;
import static org.mediarouter.message.AgentStateName.READY;

import org.junit.jupiter.api.Test;
import org.mediarouter.message.Destination;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Mode;

/** Connect, Login and LOGOUT (protocol, rows 1-3). */
class SignInTest {
    @Test
    void anAgentNeverHeardOfIsLoggedOut() {
        AgentRecord agent = AgentRecord.unknown("1001");
        assertThat(agent.stateIn(CHAT)).isEqualTo(LOGOUT);
        assertThat(agent.told(CHAT, AgentStory.START).version()).isZero();
        assertThat(agent.destination()).isEqualTo(Destination.ofAgent("1001"));
        assertThat(agent.mayTakeTask(CHAT)).isFalse();
    }

    @Test
    void refusesALoginWithoutConnect() {
        new AgentStory().login(CHAT, plain(1)).refused(ErrorCode.AGENT_NOT_CONNECTED);
    }

    @Test
    void tellsLoginThenNotReady() {
        AgentStory agent = AgentStory.connected().login(CHAT, plain(1)).told(LOGIN, NOT_READY);
        assertThat(agent.last().state()).isEqualTo(agent.last().changes().get(1));
        assertThat(agent.in(CHAT).version()).isEqualTo(2);
    }

    @Test
    void aSecondLoginChangesNothing() {
        AgentStory agent = AgentStory.readyForChat(1);
        AgentRecord before = agent.record();
        agent.login(CHAT, plain(3)).told().is(CHAT, READY);
        assertThat(agent.record()).isEqualTo(before);
        assertThat(agent.last().state()).isEqualTo(before.told(CHAT, agent.now()));
    }

    @Test
    void aLoginToAnInterruptedMrdStillTellsNotReady() {
        AgentStory agent = AgentStory.connected()
                .login(CALL, plain(1))
                .ready(CALL)
                .handed(CALL, "t-1")
                .login(MAIL, interruptible(2, false));
        agent.told(LOGIN, NOT_READY, INTERRUPTED);
        agent.releases(CALL, "t-1").is(MAIL, NOT_READY).is(CALL, READY);
    }

    @Test
    void connectAgainMovesTheDestinationAndNothingElse() {
        AgentStory agent = AgentStory.readyForChat(2).handed(CHAT, "t-1");
        MrdState before = agent.in(CHAT);
        agent.does(new AgentOperation.Connect(Destination.queue("Client.home"), Mode.CC))
                .told();
        assertThat(agent.in(CHAT)).isEqualTo(before);
        assertThat(agent.record().destination()).isEqualTo(Destination.queue("Client.home"));
    }

    @Test
    void connectEndsByItselfOnlyWithoutAnyMrd() {
        AgentStory idle = AgentStory.connected().after(CONNECTED_FOR);
        idle.login(CHAT, plain(1)).refused(ErrorCode.AGENT_NOT_CONNECTED);

        AgentStory working = AgentStory.readyForChat(1).after(CONNECTED_FOR.multipliedBy(2));
        working.login(MAIL, plain(1)).told(LOGIN, NOT_READY);
    }

    @Test
    void theLastLogoutDisconnectsAndIsStillToldWhereTheAgentHears() {
        AgentStory agent = AgentStory.connected().login(CHAT, plain(1)).login(MAIL, plain(1));
        agent.does(new AgentOperation.Logout(CHAT, false, "END")).told(LOGOUT).is(CHAT, LOGOUT, "END");
        assertThat(agent.record().connection()).isNotNull();
        agent.does(new AgentOperation.Logout(MAIL, false, null)).told(LOGOUT);
        assertThat(agent.record().connection()).isNull();
        assertThat(agent.record().destination()).isEqualTo(Destination.queue("Client.desk"));
        agent.login(CHAT, plain(1)).refused(ErrorCode.AGENT_NOT_CONNECTED);
    }

    @Test
    void versionsGoOnAfterALogout() {
        AgentStory agent = AgentStory.connected().login(CHAT, plain(1)).login(MAIL, plain(1));
        agent.does(new AgentOperation.Logout(CHAT, false, null));
        assertThat(agent.in(CHAT).version()).isEqualTo(3);
        agent.login(CHAT, plain(1));
        assertThat(agent.in(CHAT).version()).isEqualTo(5);
    }

    @Test
    void logoutNeedsNotReadyAndEmptyHands() {
        AgentOperation logout = new AgentOperation.Logout(CHAT, false, null);
        AgentStory.connected().does(logout).refused(ErrorCode.AGENT_NOT_LOGGED_IN);
        AgentStory.readyForChat(1).does(logout).refused(ErrorCode.INVALID_STATE_TRANSITION);
        AgentStory.readyForChat(1).offered(CHAT, "t").does(logout).refused(ErrorCode.INVALID_STATE_TRANSITION);
        AgentStory.readyForChat(1)
                .handed(CHAT, "t")
                .notReady(CHAT, null)
                .does(logout)
                .refused(ErrorCode.INVALID_STATE_TRANSITION);
        AgentStory.readyForChat(1).notReady(CHAT, null).does(logout).told(LOGOUT);
    }

    @Test
    void logoutWithForceDisplacesAllThatIsHeld() {
        AgentStory agent = AgentStory.readyForChat(3).handed(CHAT, "t-1").offered(CHAT, "t-2");
        agent.does(new AgentOperation.Logout(CHAT, true, "AGENT_LOGOUT"))
                .told(LOGOUT)
                .is(CHAT, LOGOUT, "AGENT_LOGOUT");
        assertThat(agent.last().displaced())
                .extracting(AgentResult.Displaced::taskId)
                .containsExactly("t-1", "t-2");
        agent.givesUpDisplaced().told();
        assertThat(agent.in(CHAT).held()).isEmpty();
        assertThat(agent.in(CHAT).loggedIn()).isFalse();
    }
}

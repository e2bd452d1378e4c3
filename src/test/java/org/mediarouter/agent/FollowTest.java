package org.mediarouter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.agent.AgentStory.held;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Mode;
import org.mediarouter.message.TaskStateName;

/** A medium that the contact centre routes: its state follows, and a call interrupts what may be interrupted. */
class FollowTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);
    private static final Terms VOICE = new Terms(1, false, false, false, Duration.ofMinutes(10));
    private static final Terms CHAT = new Terms(3, true, false, true, Duration.ofMinutes(10));

    private AgentRecord agent = AgentRecord.unknown("1001");
    private AgentResult last = AgentResult.refused(null);

    private void apply(AgentOperation operation) {
        AgentOutcome outcome = AgentMachine.apply(agent, operation, NOW);
        agent = outcome.record();
        last = outcome.result();
    }

    private void connect() {
        apply(new AgentOperation.Connect(Destination.ofAgent("1001"), Mode.CC));
    }

    private void chatsReady() {
        apply(new AgentOperation.Login("chat", CHAT, EIGHT_HOURS));
        apply(new AgentOperation.AskReadiness("chat", true, null));
    }

    private void voice(boolean ready, TaskStateName call, int second) {
        voice(new OutsideState(true, false, ready, null, call, NOW.plusSeconds(second), false));
    }

    private void voice(OutsideState state) {
        apply(new AgentOperation.Follow("voice", VOICE, state));
    }

    private AgentStateName in(String mrd) {
        return agent.stateIn(mrd);
    }

    @Test
    void theStateFollows() {
        connect();
        voice(false, null, 1);
        assertThat(in("voice")).isEqualTo(AgentStateName.NOT_READY);
        voice(true, null, 2);
        assertThat(in("voice")).isEqualTo(AgentStateName.READY);
        voice(true, TaskStateName.RESERVED, 3);
        assertThat(in("voice")).isEqualTo(AgentStateName.RESERVED);
        voice(true, TaskStateName.ACTIVE, 4);
        assertThat(in("voice")).isEqualTo(AgentStateName.BUSY);
        voice(false, TaskStateName.ACTIVE, 5);
        assertThat(in("voice")).isEqualTo(AgentStateName.PENDING_NOT_READY);
        voice(true, TaskStateName.WRAP_UP, 6);
        assertThat(in("voice")).isEqualTo(AgentStateName.WORK_READY);
        voice(new OutsideState(true, true, false, null, null, NOW.plusSeconds(7), false));
        assertThat(in("voice")).isEqualTo(AgentStateName.UNKNOWN);
        voice(true, null, 8);
        assertThat(in("voice")).isEqualTo(AgentStateName.READY);
    }

    @Test
    void aCallInterruptsChatsAndWithdrawsOffers() {
        connect();
        voice(true, null, 1);
        chatsReady();
        apply(new AgentOperation.Hold("chat", "t-1", TaskStateName.ACTIVE, 0));
        apply(new AgentOperation.Hold("chat", "t-2", TaskStateName.RESERVED, 1));

        voice(true, TaskStateName.RESERVED, 2);

        assertThat(in("chat")).isEqualTo(AgentStateName.INTERRUPTED);
        assertThat(last.changes()).extracting(AgentState::mrd).containsExactlyInAnyOrder("chat", "voice");
        assertThat(last.displaced()).extracting(AgentResult.Displaced::taskId).containsExactly("t-2");
        apply(new AgentOperation.Release("chat", held("t-2")));

        voice(true, TaskStateName.PAUSED, 3);
        assertThat(in("chat")).isEqualTo(AgentStateName.INTERRUPTED);
        voice(true, TaskStateName.WRAP_UP, 4);
        assertThat(in("chat")).isEqualTo(AgentStateName.ACTIVE);
    }

    @Test
    void anOlderReportChangesNothingUnlessItWasAskedFor() {
        connect();
        voice(true, null, 5);
        voice(false, null, 4);
        assertThat(in("voice")).isEqualTo(AgentStateName.READY);
        assertThat(last.changes()).isEmpty();

        voice(new OutsideState(true, false, false, null, null, NOW.plusSeconds(4), true));
        assertThat(in("voice")).isEqualTo(AgentStateName.NOT_READY);
    }

    @Test
    void theSameAgainTellsNothing() {
        connect();
        voice(true, null, 1);
        long version = agent.told("voice", NOW).version();
        voice(true, null, 1);
        assertThat(last.changes()).isEmpty();
        assertThat(agent.told("voice", NOW).version()).isEqualTo(version);
    }

    @Test
    void whoIsNotConnectedIsNotFollowed() {
        voice(true, null, 1);
        assertThat(in("voice")).isEqualTo(AgentStateName.LOGOUT);
        assertThat(agent.mrds()).isEmpty();
    }

    @Test
    void theLastOneOutIsDisconnected() {
        connect();
        voice(true, null, 1);
        voice(new OutsideState(false, false, false, "255", null, NOW.plusSeconds(2), false));
        assertThat(in("voice")).isEqualTo(AgentStateName.LOGOUT);
        assertThat(agent.connection()).isNull();
        assertThat(last.changes())
                .singleElement()
                .satisfies(told -> assertThat(told.reasonCode()).isEqualTo("255"));
    }

    @Test
    void whoHasChatsStaysConnectedWhenHeLeavesHisPhone() {
        connect();
        voice(true, null, 1);
        chatsReady();
        voice(new OutsideState(false, false, false, null, null, NOW.plusSeconds(2), false));
        assertThat(agent.connection()).isNotNull();
        assertThat(in("chat")).isEqualTo(AgentStateName.READY);
    }

    @Test
    void aRestoreOfTheChatServerLeavesCallsAlone() {
        connect();
        voice(true, null, 1);
        chatsReady();
        apply(new AgentOperation.Doubt());
        assertThat(in("voice")).isEqualTo(AgentStateName.READY);
        assertThat(in("chat")).isEqualTo(AgentStateName.UNKNOWN);
    }
}

package org.mediarouter.chaos.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A good history has nothing wrong in it; each violation that is planted is found. */
class CheckerTest {
    private static void finds(String guarantee, String what, List<Violation> violations) {
        assertThat(violations)
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.guarantee()).isEqualTo(guarantee));
        assertThat(violations)
                .anySatisfy(violation -> assertThat(violation.what()).contains(what));
    }

    @Test
    void aGoodHistoryHasNothingWrong() {
        Seen seen = new Seen().life(0, "a", "1001").life(1, "b", "1002").life(4.5, "c", "1001");

        assertThat(seen.violations(100)).isEmpty();
    }

    @Test
    void aMessageDeliveredTwiceIsOneMessage() {
        String body = "{'AgentId':'1001','Mrd':'chat','State':'READY','Version':3}";
        Seen seen = new Seen()
                .command(0, "c-1", "AgentState", "{}")
                .message(1, "Agent.1001", "ID:x", "AgentState", "c-1", body)
                .message(2, "Agent.1001", "ID:x", "AgentState", "c-1", body);

        assertThat(seen.violations(100)).isEmpty();
    }

    @Test
    void whatStandsInDlqIsNotLost() {
        assertThat(new Seen()
                        .command(0, "c-1", "Task", "{}")
                        .left(9, "DLQ", "c-1")
                        .violations(10))
                .isEmpty();
    }

    @Test
    void g1AnAcceptedCommandWithoutAnyAnswerIsLost() {
        finds(
                "G1",
                "no answer",
                new Seen().command(0, "c-1", "AgentState", "{}").violations(10));
    }

    @Test
    void g1WhatIsStuckInside() {
        finds(
                "G1",
                "stuck in RoutingEngine",
                new Seen().life(0, "a", "1001").left(9, "RoutingEngine", "r-a").violations(10));
    }

    @Test
    void g1TheSameEffectTwice() {
        Seen seen = new Seen().life(0, "a", "1001").state(2, "a", 3, "ACTIVE", "1001");

        finds("G1", "told twice", seen.violations(10));
    }

    @Test
    void g1TwoTasksOfOneRequest() {
        Seen seen = new Seen().life(0, "a", "1001");
        seen.message(
                1,
                "Client.x",
                "TaskState",
                "r-a",
                "{'TaskId':'z','RequestId':'r-a','Mrd':'chat','State':'CLOSED','Version':1,'Time':'2026-11-22T09:00:01Z'}");

        finds("G1", "several tasks", seen.violations(10));
    }

    @Test
    void g1AMessageThatChangedItsContent() {
        Seen seen = new Seen()
                .command(0, "c-1", "AgentState", "{}")
                .message(1, "Agent.1001", "ID:x", "AgentState", "c-1", "{'State':'READY'}")
                .message(2, "Agent.1001", "ID:x", "AgentState", "c-1", "{'State':'NOT_READY'}");

        finds("G1", "another content", seen.violations(10));
    }

    @Test
    void g2OneVersionThatIsTwoStates() {
        Seen seen = new Seen().life(0, "a", "1001").state(3, "a", 3, "ACTIVE", "1002");

        finds("G2", "is two states", seen.violations(10));
    }

    @Test
    void g2TwoEnds() {
        finds(
                "G2",
                "ended 2 times",
                new Seen().life(0, "a", "1001").state(5, "a", 5, "CLOSED", "").violations(10));
    }

    @Test
    void g2AStateAfterTheEnd() {
        finds(
                "G2",
                "after its end",
                new Seen()
                        .life(0, "a", "1001")
                        .state(5, "a", 5, "ACTIVE", "1001")
                        .violations(10));
    }

    @Test
    void g2NoEnd() {
        Seen seen = new Seen().command(0, "r-a", "Task", "{}").state(0, "a", 1, "QUEUED", "");

        finds("G2", "has no end", seen.violations(10));
    }

    @Test
    void g3AnOfferToTwoAgents() {
        finds(
                "G3",
                "two agents",
                new Seen().life(0, "a", "1001").offer(1, "a", 1, "1002").violations(10));
    }

    @Test
    void g3AnOfferThatGoesOutTwice() {
        finds(
                "G3",
                "went out twice",
                new Seen().life(0, "a", "1001").offer(1.5, "a", 1, "1001").violations(10));
    }

    @Test
    void g4AnAgentWithMoreTasksThanTheCapacity() {
        finds(
                "G4",
                "holds 2 of 1",
                new Seen().life(0, "a", "1001").life(1, "b", "1001").violations(10));
    }

    @Test
    void g4AnAgentWhoIsSaidToHoldMore() {
        Seen seen = new Seen().command(0, "c-1", "GetAgentState", "{}");
        seen.message(
                1,
                "Client.x",
                "AgentState",
                "c-1",
                "{'AgentId':'1001','Mrd':'chat','Tasks':[{'TaskId':'a'},{'TaskId':'b'}]}");

        finds("G4", "holds 2 of 1", seen.violations(10));
    }

    @Test
    void g5NothingAfterAnOutage() {
        Seen seen = new Seen().life(0, "a", "1001").struck(5, 10).life(11, "b", "1001");
        List<Violation> none = seen.violations(100);
        assertThat(none).isEmpty();

        Seen silent = new Seen()
                .life(0, "a", "1001")
                .struck(5, 10)
                .command(11, "c-1", "AgentState", "{}")
                .message(60, "Agent.1001", "AgentState", "c-1", "{'AgentId':'1001','Mrd':'chat'}");
        finds("G5", "nothing was heard", silent.violations(100));
    }

    @Test
    void g6AnOfferThatIsNotWithdrawnInTime() {
        finds("G6", "was RESERVED for", late(new Seen()).violations(100));
    }

    @Test
    void g6LateByTheOutageIsInTime() {
        assertThat(late(new Seen()).struck(2, 40).violations(100)).isEmpty();
    }

    /** An answer may overtake what was decided before it, which then isn't told. */
    @Test
    void aStateThatWasNeverToldMayHaveEndedTheOneBefore() {
        Seen seen = new Seen()
                .command(0, "r-a", "Task", "{}")
                .state(0, "a", 1, "QUEUED", "")
                .state(1, "a", 2, "RESERVED", "1001")
                .offer(1, "a", 1, "1001")
                .life(5, "b", "1001")
                .state(60, "a", 4, "CLOSED", "");
        assertThat(seen.violations(100)).isEmpty();
    }

    private static Seen late(Seen seen) {
        return seen.command(0, "r-a", "Task", "{}")
                .state(0, "a", 1, "QUEUED", "")
                .state(1, "a", 2, "RESERVED", "1001")
                .offer(1, "a", 1, "1001")
                .state(40, "a", 3, "QUEUED", "")
                .state(41, "a", 4, "CLOSED", "");
    }
}

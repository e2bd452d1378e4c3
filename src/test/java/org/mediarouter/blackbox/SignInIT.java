package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 1 and 2: Connect and Login, and how an agent leaves again. */
@ExtendWith(BlackBox.class)
class SignInIT {

    @Test
    void connectIsAnsweredWithWhereTheAgentHears(Chat chat) {
        Agent alice = chat.agent(chat.desk(), 0);

        Told connected = alice.connect();

        assertThat(connected.type()).isEqualTo("Connected");
        assertThat(connected.body().properties().stream().map(e -> e.getKey()))
                .containsExactlyInAnyOrder("AgentId", "Destination", "Mode", "Time");
        assertThat(connected.agent()).isEqualTo(alice.id());
        assertThat(connected.member("Destination")).isEqualTo("Agent." + alice.id());
        assertThat(connected.member("Mode")).isEqualTo("STANDALONE");
        assertThat(connected.properties()).containsEntry("Category", "agent-state");
    }

    @Test
    void loginTellsLoginThenNotReadyAndAnswersWithTheLatter(Chat chat) {
        Agent alice = chat.agent(chat.desk(), 0);
        alice.connect();

        Told answer = alice.login("chat");

        Told login = alice.inbox().next("AgentState");
        Told notReady = alice.inbox().next("AgentState");
        assertThat(List.of(login.state(), notReady.state())).containsExactly("LOGIN", "NOT_READY");
        assertThat(login.version()).isLessThan(notReady.version());
        assertThat(answer.state()).isEqualTo("NOT_READY");
        assertThat(answer.text()).isEqualTo(notReady.text());
        assertThat(List.of(login.correlation(), notReady.correlation())).containsOnly(answer.correlation());
        assertThat(answer.mrd()).isEqualTo("chat");
    }

    @Test
    void loginIsForwardedToTheEngineAsTwoAgentStates(Chat chat, Operator operator) throws Exception {
        Inbox engine = operator.toTheEngine(chat);
        Agent alice = chat.agent(chat.desk(), 0);

        alice.login("chat");

        Told login = engine.next("AgentState", "LOGIN");
        Told notReady = engine.next("AgentState", "NOT_READY");
        assertThat(login.agent()).isEqualTo(alice.id());
        assertThat(notReady.version()).isGreaterThan(login.version());
        assertThat(notReady.properties())
                .containsEntry("Category", "agent-state")
                .containsEntry("Mrd", "chat");
    }

    @Test
    void aSecondLoginIsAnsweredWithThePresentStateAndChangesNothing(Chat chat) {
        Agent alice = chat.agent(chat.desk(), 0).ready("chat");
        Told before = alice.present("chat");

        Told answer = alice.login("chat");

        assertThat(answer.state()).isEqualTo("READY");
        assertThat(answer.version()).isEqualTo(before.version());
    }

    @Test
    void aSecondConnectMovesTheDestinationAndKeepsStatesAndTasks(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Inbox former = alice.inbox();
        alice.takes(chat.task("chat", desk));

        Told connected = alice.move("Client." + alice.id() + ".elsewhere");
        assertThat(connected.member("Destination")).isEqualTo("Client." + alice.id() + ".elsewhere");

        assertThat(alice.present("chat").state()).isEqualTo("ACTIVE");
        Told next = chat.task("chat", desk);
        assertThat(alice.offered().task()).isEqualTo(next.task());
        former.nothing("an offer", told -> next.task().equals(told.task()), Duration.ofMillis(300));
    }

    @Test
    void anAgentMayHearAtATopic(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0);
        Inbox second = chat.at("topic://ChatServer." + alice.id());

        Told connected = alice.move("topic://ChatServer." + alice.id());
        assertThat(connected.member("Destination")).isEqualTo("topic://ChatServer." + alice.id());

        alice.login("chat");
        alice.asks("chat", "READY");
        Told task = chat.task("chat", desk);

        assertThat(second.next("TaskAgentSelected").task()).isEqualTo(task.task());
    }

    @Test
    void theLogoutFromTheLastMrdEndsTheConnection(Chat chat) {
        Agent alice = chat.agent(chat.desk(), 0);
        alice.login("chat");
        alice.login("voice");

        assertThat(alice.asks("chat", "LOGOUT").state()).isEqualTo("LOGOUT");
        assertThat(chat.ask("GetAgentState", "AgentId", alice.id())
                        .body()
                        .path("Connected")
                        .asBoolean())
                .isTrue();
        assertThat(alice.asks("voice", "LOGOUT").state()).isEqualTo("LOGOUT");

        assertThat(alice.inbox().next("AgentState", "LOGOUT").mrd()).isEqualTo("chat");
        assertThat(alice.inbox().next("AgentState", "LOGOUT").mrd()).isEqualTo("voice");
        assertThat(chat.ask("GetAgentState", "AgentId", alice.id())
                        .body()
                        .path("Connected")
                        .asBoolean())
                .isFalse();
        assertThat(chat.ask("Login", json("AgentId", alice.id(), "Password", "secret", "Mrd", "chat"))
                        .member("Code"))
                .isEqualTo("AGENT_NOT_CONNECTED");
    }

    @Test
    void versionsGoOnGrowingAfterLogoutAndLogin(Chat chat) {
        Agent alice = chat.agent(chat.desk(), 0);
        alice.login("chat");
        long out = alice.asks("chat", "LOGOUT").version();
        alice.connect();

        assertThat(alice.login("chat").version()).isGreaterThan(out);
    }

    @Test
    void signInIsInTheAgentsLogWithoutThePassword(Chat chat) throws Exception {
        Agent alice = chat.agent(chat.desk(), 0);
        alice.login("chat");
        try (var files = java.nio.file.Files.walk(chat.node().data())) {
            for (var file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
                assertThat(java.nio.file.Files.readString(file)).doesNotContain(Premises.PASSWORD);
            }
        }
    }
}

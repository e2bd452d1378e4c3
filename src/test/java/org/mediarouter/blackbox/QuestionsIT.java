package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 16 and 17, and GetQueueState: what can be asked, and changes nothing. */
@ExtendWith(BlackBox.class)
class QuestionsIT {

    @Test
    void anAgentsStateInOneMrdComesWithAllThatHeHolds(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told accepted = chat.task("chat", desk);
        alice.takes(accepted);
        Told offered = chat.task("chat", desk);
        alice.offered();

        Told answer = alice.present("chat");

        assertThat(answer.state()).isEqualTo("ACTIVE");
        Map<String, String> held = new HashMap<>();
        answer.body()
                .path("Tasks")
                .forEach(task -> held.put(
                        task.path("TaskId").asText(), task.path("State").asText()));
        assertThat(held).containsOnly(Map.entry(accepted.task(), "ACTIVE"), Map.entry(offered.task(), "RESERVED"));
        assertThat(alice.present("chat").version()).isEqualTo(answer.version());
    }

    @Test
    void anAgentsStateWithoutMrdIsTheListOfAll(Chat chat) {
        Agent alice = chat.agent(chat.desk(), 0).ready("chat");

        Told answer = chat.ask("GetAgentState", "AgentId", alice.id());

        assertThat(answer.agent()).isEqualTo(alice.id());
        assertThat(answer.body().path("Connected").asBoolean()).isTrue();
        Map<String, String> states = new HashMap<>();
        answer.body()
                .path("States")
                .forEach(state -> states.put(
                        state.path("Mrd").asText(), state.path("State").asText()));
        assertThat(states)
                .containsOnlyKeys("chat", "voice", "yield", "ring", "brief", "offer", "offer-ring", "strict")
                .containsEntry("chat", "READY")
                .containsEntry("voice", "LOGOUT");
        assertThat(answer.properties()).containsEntry("Category", "agent-state");
    }

    @Test
    void anAgentWhoNeverCameIsLoggedOut(Chat chat) {
        Told answer = chat.ask("GetAgentState", "AgentId", chat.desk().agents().get(0), "Mrd", "chat");
        assertThat(answer.state()).isEqualTo("LOGOUT");
        Told all = chat.ask("GetAgentState", "AgentId", chat.desk().agents().get(0));
        assertThat(all.body().path("Connected").asBoolean(true)).isFalse();
    }

    @Test
    void aWaitingTasksStateHasItsPlaceAndWhatItsCreatorGave(Chat chat) {
        Desk desk = chat.desk();
        Told first = chat.task("chat", desk, "Queue", "chat-places");
        Told second = chat.task("chat", desk, "Queue", "chat-places", "Priority", 3);

        await().atMost(Inbox.PATIENCE).untilAsserted(() -> {
            assertThat(place(chat, first)).isEqualTo(2);
            assertThat(place(chat, second)).isEqualTo(1);
        });

        JsonNode state = chat.ask("GetTaskState", "TaskId", second.task()).body();
        assertThat(state.path("Priority").asInt()).isEqualTo(3);
        assertThat(state.path("Attributes").path("desk").isIntegralNumber()).isTrue();
        assertThat(state.path("Offers").asInt(-1)).isZero();
        assertThat(state.path("State").asText()).isEqualTo("QUEUED");
    }

    private static int place(Chat chat, Told task) {
        return chat.ask("GetTaskState", "TaskId", task.task())
                .body()
                .path("Position")
                .asInt(-1);
    }

    @Test
    void anAcceptedTasksStateHasNoPlaceAndCountsItsOffers(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);

        JsonNode state = chat.ask("GetTaskState", "TaskId", task.task()).body();

        assertThat(state.path("Offers").asInt()).isEqualTo(1);
        assertThat(state.has("Position")).isFalse();
        assertThat(state.path("AgentId").asText()).isEqualTo(alice.id());
    }

    @Test
    void aQueuesFiguresAreAtMostASecondOld(Chat chat) {
        Agent alice = chat.agent("figures-a").ready("chat");
        Agent bob = chat.agent("figures-b");
        bob.login("chat");
        figures(chat, 0, 2, 1, 0);
        Told done = chat.ask("Task", "Mrd", "chat", "Queue", "chat-figures");
        alice.takes(done);
        alice.asksTask(done.task(), "CLOSED");

        for (int i = 0; i < 3; i++) {
            alice.takes(chat.ask("Task", "Mrd", "chat", "Queue", "chat-figures"));
        }
        Told waiting = chat.ask("Task", "Mrd", "chat", "Queue", "chat-figures");

        figures(chat, 1, 2, 0, 1);
        Told answer = chat.ask("GetQueueState", "Queue", "chat-figures");
        assertThat(answer.member("Queue")).isEqualTo("chat-figures");
        assertThat(answer.mrd()).isEqualTo("chat");
        assertThat(answer.body().path("LongestWait").isNumber()).isTrue();
        assertThat(answer.body().path("EstimatedWait").isNumber()).isTrue();
        assertThat(answer.member("Time")).isNotNull();
        Told place = chat.ask("GetTaskState", "TaskId", waiting.task());
        assertThat(place.body().path("Position").asInt()).isEqualTo(1);
        assertThat(place.body().path("EstimatedWait").isNumber()).isTrue();
    }

    private static void figures(Chat chat, int waiting, int loggedIn, int ready, int busy) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonNode state = chat.ask("GetQueueState", "Queue", "chat-figures").body();
            assertThat(List.of(
                            state.path("Waiting").asInt(-1),
                            state.path("AgentsLoggedIn").asInt(-1),
                            state.path("AgentsReady").asInt(-1),
                            state.path("AgentsBusy").asInt(-1)))
                    .containsExactly(waiting, loggedIn, ready, busy);
        });
    }

    @Test
    void healthAndMetricsAreServedOverHttp(Chat chat) throws Exception {
        assertThat(chat.node().get("/observe/health").statusCode()).isEqualTo(200);
        assertThat(chat.node().get("/observe/health/ready").body()).contains("UP");
        assertThat(chat.node().get("/observe/health/live").statusCode()).isEqualTo(200);
        chat.task("chat", chat.desk());
        String metrics = chat.node().get("/observe/metrics").body();
        assertThat(metrics).contains("mediarouter_messages").contains("type=\"Task\"");
    }
}

package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediarouter.cli.RunningNode;

/** {@code GET /tasks/ID/explanation} and {@code media-router explain}, from waiting to after the end. */
@ExtendWith(BlackBox.class)
class ExplanationIT {

    @Test
    void ofATaskThatWaitsIsRejectedAcceptedAndClosed(Chat chat) throws Exception {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0);
        alice.connect();
        alice.login("chat");
        String task = chat.task("chat", desk).task();

        JsonNode waiting = explained(chat, task);
        assertThat(waiting.path("state").asText()).isEqualTo("QUEUED");
        assertThat(waiting.path("offers")).isEmpty();
        assertThat(verdict(waiting.path("now"), alice)).isEqualTo("NOT_READY");

        alice.asks("chat", "READY");
        alice.offered();
        alice.asksTask(task, "REJECTED");
        Agent bob = chat.agent(desk, 1).ready("chat");
        bob.offered();
        bob.accept(task);
        bob.asksTask(task, "CLOSED");

        JsonNode closed = explained(chat, task);
        assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
        JsonNode first = closed.path("offers").get(0);
        JsonNode second = closed.path("offers").get(1);
        assertThat(first.path("agentId").asText()).isEqualTo(alice.id());
        assertThat(first.path("outcome").asText()).isEqualTo("REJECTED");
        assertThat(verdict(first.path("why"), alice)).isEqualTo("QUALIFIES");
        assertThat(second.path("outcome").asText()).isEqualTo("ACCEPTED");
        assertThat(verdict(second.path("why"), bob)).isEqualTo("QUALIFIES");
        assertThat(verdict(second.path("why"), alice)).isEqualTo("REJECTED_IT");
        RunningNode.Said said =
                RunningNode.program("explain", task, "--node=" + chat.node().web());
        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains("Task " + task + ": CLOSED", "Offer 1 to " + alice.id(), "rejected it, not again before");
        assertThat(RunningNode.program(
                                "explain",
                                task,
                                "--json",
                                "--node=" + chat.node().web())
                        .out())
                .contains("\"REJECTED_IT\"");
    }

    @Test
    void theFiguresOfAnAgentAreThoseOfHisTasks(Chat chat) throws Exception {
        Desk desk = chat.desk();
        Agent bob = chat.agent(desk, 1);
        bob.connect();
        bob.login("chat");
        Agent alice = chat.agent(desk, 0).ready("chat");
        String task = chat.task("chat", desk).task();
        alice.offered();
        alice.accept(task);
        alice.asksTask(task, "CLOSED");

        HttpResponse<String> response = chat.node().get("/statistics?agent=" + alice.id());
        JsonNode total = new ObjectMapper().readTree(response.body()).path("total");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(total.path("offered").asInt()).isOne();
        assertThat(total.path("answered").asInt()).isOne();
        assertThat(total.path("ready").asDouble()).as(response.body()).isPositive();
        assertThat(total.path("occupancy").asDouble()).isPositive().isLessThanOrEqualTo(1);
        bob.asks("chat", "LOGOUT");
        JsonNode idle = figures(chat, "agent=" + bob.id());
        assertThat(idle.path("loggedIn").asDouble()).isPositive();
        assertThat(idle.path("ready").asDouble()).isZero();
        assertThat(idle.path("occupancy").asDouble()).isZero();
        assertThat(figures(chat, "agent=" + bob.id())).isEqualTo(idle);
        assertThat(chat.node().get("/statistics").statusCode()).isEqualTo(400);
        assertThat(chat.node().get("/statistics?queue=x&from=yesterday").body()).contains("2026-01-31T08:00:00Z");
    }

    @Test
    void aTaskThatIsUnknownIsToldInASentence(Chat chat) throws Exception {
        assertThat(chat.node().get("/tasks/none/explanation").statusCode()).isEqualTo(404);
        RunningNode.Said said =
                RunningNode.program("explain", "none", "--node=" + chat.node().web());
        assertThat(said.exitCode()).isOne();
        assertThat(said.err()).contains("there is no task none");
    }

    private static JsonNode figures(Chat chat, String whose) throws Exception {
        return new ObjectMapper()
                .readTree(chat.node().get("/statistics?" + whose).body())
                .path("total");
    }

    private static JsonNode explained(Chat chat, String task) throws Exception {
        HttpResponse<String> response = chat.node().get("/tasks/" + task + "/explanation");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private static String verdict(JsonNode why, Agent agent) {
        for (JsonNode one : why.path("candidates")) {
            if (one.path("agentId").asText().equals(agent.id())) {
                return one.path("verdict").asText();
            }
        }
        return "not listed";
    }
}

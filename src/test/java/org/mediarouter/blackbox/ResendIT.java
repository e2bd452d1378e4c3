package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediarouter.blackbox.Faults.Point;
import org.mediarouter.cli.RunningNode;

/** {@code media-router queue resend}: what had been given up takes effect once when it is sent again. */
@ExtendWith(BlackBox.class)
class ResendIT {
    private static RunningNode.Said queue(NodeFixture node, String what, String option) {
        return RunningNode.program("queue", what, "DLQ", option, "--mediarouter.broker.port=" + node.port());
    }

    /** Sends the one with that correlation id again. */
    private static void resend(NodeFixture node, String correlation) throws Exception {
        JsonNode lying =
                new ObjectMapper().readTree(queue(node, "show", "--json").out());
        JsonNode one = StreamSupport.stream(lying.spliterator(), false)
                .filter(message ->
                        correlation.equals(message.path("correlation").asText()))
                .findFirst()
                .orElseThrow();
        RunningNode.Said said = queue(node, "resend", "--id=" + one.path("id").asText());
        assertThat(said.exitCode()).as(said.out() + said.err()).isZero();
    }

    /**
     * At its first attempts the task was recorded under its RequestId. Were it another command now, or another's, it would
     * find that the RequestId is taken, and nobody would be offered anything.
     */
    @ParameterizedTest
    @EnumSource(Point.class)
    void aTaskIsMadeOnceAndItsCreatorHears(Point point, NodeFixture node, Chat chat) throws Exception {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Faults.always("general.Task", point);
        String request = "again-" + desk.agents().get(0);
        String correlation =
                chat.send("Task", json("Mrd", "chat", "Attributes", desk.attributes(), "RequestId", request));
        assertThat(chat.answer("Task", correlation).member("Code")).isEqualTo("SERVICE_UNAVAILABLE");
        Faults.disarm("general.Task", point);

        resend(node, correlation);

        Told offer = chat.tasks().next("TaskAgentSelected");
        assertThat(offer.correlation()).isEqualTo(correlation);
        assertThat(offer.agent()).isEqualTo(alice.id());
        assertThat(chat.ask("Task", "Mrd", "chat", "RequestId", request).task()).isEqualTo(offer.task());
        alice.takes(offer);
        Told held = chat.ask("GetAgentState", "AgentId", alice.id(), "Mrd", "chat");
        assertThat(held.body().path("Tasks")).hasSize(1);
        chat.ask("TaskState", "TaskId", offer.task(), "State", "CLOSED");
    }

    @Test
    void aConferenceThatTheEngineGaveUp(NodeFixture node, Chat chat) throws Exception {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("chat");
        Faults.always("routing-engine.Conference", Point.SENT);
        String correlation = chat.send(
                "Conference",
                json("TaskId", task.task(), "ConferenceOwner", alice.id(), "ConferenceParticipant", bob.id()));
        assertThat(chat.answer("Conference", correlation).member("Code")).isEqualTo("SERVICE_UNAVAILABLE");
        Faults.disarm("routing-engine.Conference", Point.SENT);

        resend(node, correlation);

        Told done = chat.answers().next("TaskConferenced");
        assertThat(done.correlation()).isEqualTo(correlation);
        assertThat(Objects.requireNonNull(done.member("ParticipantAgentId"))).isEqualTo(bob.id());
        assertThat(chat.ask("GetTaskState", "TaskId", task.task()).body().path("Participants"))
                .hasSize(2);
    }
}

package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 4 to 6: another agent joins the conversation. */
@ExtendWith(BlackBox.class)
class ConferenceIT {

    private static Told conference(Chat chat, Told task, Agent owner, Agent participant) {
        return chat.ask(
                "Conference",
                "TaskId",
                task.task(),
                "ConferenceOwner",
                owner.id(),
                "ConferenceParticipant",
                participant.id());
    }

    static List<String> participants(Told told) {
        return StreamSupport.stream(told.body().path("Participants").spliterator(), false)
                .map(node -> node.asText())
                .toList();
    }

    @Test
    void everybodyConcernedHearsOfTheConference(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("chat");

        Told answer = conference(chat, task, alice, bob);

        assertThat(answer.task()).isEqualTo(task.task());
        assertThat(answer.member("OwnerAgentId")).isEqualTo(alice.id());
        assertThat(answer.member("ParticipantAgentId")).isEqualTo(bob.id());
        assertThat(answer.mrd()).isEqualTo("chat");
        assertThat(participants(answer)).containsExactly(alice.id(), bob.id());
        // Whoever hears of the conference has been told the states already.
        bob.inbox().next("AgentState", "ACTIVE");
        for (Inbox inbox : List.of(alice.inbox(), bob.inbox(), chat.tasks())) {
            Told event = inbox.next("TaskConferenced");
            assertThat(event.text()).isEqualTo(answer.text());
            assertThat(event.correlation()).isEqualTo(answer.correlation());
        }
        Told now = chat.ask("GetTaskState", "TaskId", task.task());
        assertThat(now.agent()).isEqualTo(alice.id());
        assertThat(participants(now)).containsExactly(alice.id(), bob.id());
    }

    @Test
    void itPassesThroughTheEngineWithTheMrdAdded(Chat chat, Operator operator) throws Exception {
        Inbox engine = operator.toTheEngine(chat);
        Inbox fromEngine = operator.fromTheEngine(chat);
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("chat");

        Told answer = conference(chat, task, alice, bob);

        Told forwarded = engine.next("Conference");
        assertThat(forwarded.body().properties().stream().map(e -> e.getKey()))
                .contains("TaskId", "ConferenceOwner", "ConferenceParticipant", "Mrd", "Time");
        assertThat(forwarded.mrd()).isEqualTo("chat");
        assertThat(forwarded.properties())
                .containsEntry("Category", "agent-state")
                .containsKey("ReplyTo");
        assertThat(forwarded.correlation()).isEqualTo(answer.correlation());
        Told said = fromEngine.next("TaskConferenced");
        assertThat(said.text()).isEqualTo(answer.text());
        assertThat(said.correlation()).isEqualTo(answer.correlation());
    }

    @Test
    void theParticipantsCapacityIsTaken(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("voice");
        Told task = chat.task("voice", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("voice");

        conference(chat, task, alice, bob);

        bob.inbox().next("AgentState", "BUSY");
    }

    @Test
    void aParticipantMayLeave(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("chat");
        conference(chat, task, alice, bob);

        Told left = bob.asksTask(task.task(), "CLOSED");

        assertThat(left.state()).isEqualTo("ACTIVE");
        assertThat(left.agent()).isEqualTo(alice.id());
        assertThat(participants(left)).containsExactly(alice.id());
        bob.inbox().next("AgentState", "READY");
    }

    @Test
    void theOwnersPlaceGoesToWhoIsLongestOnTheTask(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("chat");
        Agent carol = chat.agent(desk, 2).ready("chat");
        conference(chat, task, alice, bob);
        conference(chat, task, alice, carol);

        Told left = alice.asksTask(task.task(), "CLOSED");
        assertThat(left.agent()).isEqualTo(bob.id());
        assertThat(participants(left)).containsExactly(bob.id(), carol.id());
        assertThat(bob.asksTask(task.task(), "CLOSED").agent()).isEqualTo(carol.id());
        Told last = carol.asksTask(task.task(), "CLOSED");
        assertThat(last.state()).isEqualTo("CLOSED");
        assertThat(last.agent()).isEqualTo(carol.id());
    }

    @Test
    void closingWithoutAgentEndsItForAll(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("chat");
        conference(chat, task, alice, bob);

        Told closed = chat.ask("TaskState", json("TaskId", task.task(), "State", "CLOSED"));

        assertThat(closed.state()).isEqualTo("CLOSED");
        assertThat(closed.reason()).isEqualTo("DONE");
        for (Agent agent : List.of(alice, bob)) {
            agent.inbox().next("AgentState", "ACTIVE");
            agent.inbox().next("AgentState", "READY");
            assertThat(agent.inbox()
                            .any("TaskState", told -> told.is("TaskState", "CLOSED"))
                            .text())
                    .isEqualTo(closed.text());
        }
    }

    @Test
    void aConferenceAskedForTwiceAtOnceHappensOnce(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("chat");
        var conference = json("TaskId", task.task(), "ConferenceOwner", alice.id(), "ConferenceParticipant", bob.id());

        String first = chat.send("Conference", conference);
        String second = chat.send("Conference", conference);

        assertThat(chat.answer("Conference", first).type()).isEqualTo("TaskConferenced");
        assertThat(chat.answer("Conference", second).member("Code")).isEqualTo("ALREADY_ON_TASK");
    }
}

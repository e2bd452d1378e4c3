package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 7 to 9: the task goes to another agent, or back into a queue. */
@ExtendWith(BlackBox.class)
class TransferIT {

    private static Told transfer(Chat chat, Told task, Agent owner, Agent recipient) {
        return chat.ask(
                "Transfer", "TaskId", task.task(), "OwnerAgentId", owner.id(), "RecipientAgentId", recipient.id());
    }

    @Test
    void theTaskMovesAndEverybodyConcernedHearsOfIt(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("chat");

        Told answer = transfer(chat, task, alice, bob);

        assertThat(answer.type()).isEqualTo("TaskAgentTransferred");
        assertThat(answer.task()).isEqualTo(task.task());
        assertThat(answer.member("OwnerAgentId")).isEqualTo(alice.id());
        assertThat(answer.member("RecipientAgentId")).isEqualTo(bob.id());
        assertThat(answer.mrd()).isEqualTo("chat");
        for (Inbox inbox : List.of(alice.inbox(), bob.inbox(), chat.tasks())) {
            Told event = inbox.next("TaskAgentTransferred");
            assertThat(event.text()).isEqualTo(answer.text());
            assertThat(event.correlation()).isEqualTo(answer.correlation());
        }
        Told now = chat.ask("GetTaskState", "TaskId", task.task());
        assertThat(now.state()).isEqualTo("ACTIVE");
        assertThat(now.agent()).isEqualTo(bob.id());
        assertThat(alice.present("chat").state()).isEqualTo("READY");
        assertThat(bob.present("chat").state()).isEqualTo("ACTIVE");
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

        Told answer = transfer(chat, task, alice, bob);

        Told forwarded = engine.next("Transfer");
        assertThat(forwarded.body().properties().stream().map(e -> e.getKey()))
                .contains("TaskId", "OwnerAgentId", "RecipientAgentId", "Mrd", "Time");
        assertThat(forwarded.properties())
                .containsEntry("Category", "agent-state")
                .containsEntry("Mrd", "chat")
                .containsKey("ReplyTo");
        assertThat(fromEngine.next("TaskAgentTransferred").text()).isEqualTo(answer.text());
    }

    @Test
    void aPausedTaskIsActiveUnderItsNewOwner(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        alice.asksTask(task.task(), "PAUSED");
        Agent bob = chat.agent(desk, 1).ready("chat");

        transfer(chat, task, alice, bob);

        assertThat(chat.ask("GetTaskState", "TaskId", task.task()).state()).isEqualTo("ACTIVE");
    }

    @Test
    void whoGaveTheTaskAwayGetsTheNext(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("voice");
        Told call = chat.task("voice", desk);
        alice.takes(call);
        Agent bob = chat.agent(desk, 1).ready("voice");
        transfer(chat, call, alice, bob);

        Told next = chat.task("voice", desk);

        assertThat(alice.offered().task()).isEqualTo(next.task());
    }

    @Test
    void toAParticipantTheRolesSwapAndTheFormerOwnerLeaves(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("chat");
        chat.ask("Conference", "TaskId", task.task(), "ConferenceOwner", alice.id(), "ConferenceParticipant", bob.id());

        Told answer = transfer(chat, task, alice, bob);

        assertThat(answer.type()).isEqualTo("TaskAgentTransferred");
        Told now = chat.ask("GetTaskState", "TaskId", task.task());
        assertThat(now.agent()).isEqualTo(bob.id());
        assertThat(ConferenceIT.participants(now)).containsExactly(bob.id());
        assertThat(alice.present("chat").state()).isEqualTo("READY");
    }

    @Test
    void toAQueueItWaitsAgain(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        alice.asks("chat", "NOT_READY");

        Told answer = chat.ask(
                "Transfer", "TaskId", task.task(), "OwnerAgentId", alice.id(), "RecipientQueue", "chat-urgent");

        assertThat(answer.type()).isEqualTo("TaskState");
        assertThat(answer.state()).isEqualTo("QUEUED");
        assertThat(answer.member("Queue")).isEqualTo("chat-urgent");
        assertThat(answer.reason()).isEqualTo("TRANSFERRED");
        assertThat(chat.tasks().next("TaskState", "QUEUED").text()).isNotEmpty();
        Told event = chat.tasks().next("TaskState", "QUEUED");
        assertThat(event.text()).isEqualTo(answer.text());
        alice.inbox().next("AgentState", "NOT_READY");
        Agent bob = chat.agent(desk, 1).ready("chat");
        Told offer = bob.offered();
        assertThat(offer.task()).isEqualTo(task.task());
        assertThat(offer.body().path("Offer").asInt()).isEqualTo(2);
        assertThat(offer.correlation()).isEqualTo(task.correlation());
    }
}

package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Row 13's members: which queue, in which order, for whom, until when. */
@ExtendWith(BlackBox.class)
class WaitingIT {

    @Test
    void aQueueThatDoesNotExistIsTheDefaultQueueAndSaysSo(Chat chat) {
        Told answer = chat.task("chat", chat.desk(), "Queue", "nowhere");
        assertThat(answer.member("Queue")).isEqualTo("chat-general");
        assertThat(answer.reason()).isEqualTo("DEFAULT_QUEUE");
    }

    @Test
    void theMrdAloneMeansTheDefaultQueueAndNothingIsRemarked(Chat chat) {
        Told answer = chat.task("chat", chat.desk());
        assertThat(answer.member("Queue")).isEqualTo("chat-general");
        assertThat(answer.reason()).isNull();
    }

    @Test
    void theQueueAloneMeansItsMrd(Chat chat) {
        Told answer = chat.ask(
                "Task", "Queue", "chat-urgent", "Attributes", chat.desk().attributes());
        assertThat(answer.mrd()).isEqualTo("chat");
        assertThat(answer.member("Queue")).isEqualTo("chat-urgent");
    }

    @Test
    void aRepeatedRequestCreatesNothingAndMovesItsCreator(Chat chat) {
        Desk desk = chat.desk();
        Told first = chat.task("chat", desk, "RequestId", "again-" + chat.name());
        Inbox elsewhere = chat.at("Client." + chat.name() + ".elsewhere");

        String correlation = chat.send(
                "Task",
                json("Mrd", "chat", "Attributes", desk.attributes(), "RequestId", "again-" + chat.name()),
                elsewhere.name());

        Told second = elsewhere.next("TaskState");
        assertThat(second.task()).isEqualTo(first.task());
        assertThat(second.correlation()).isEqualTo(correlation);
        assertThat(second.version()).isEqualTo(first.version());
        Agent alice = chat.agent(desk, 0).ready("chat");
        alice.offered();
        assertThat(elsewhere.next("TaskAgentSelected").task()).isEqualTo(first.task());
        chat.tasks().nothing("an offer", told -> told.is("TaskAgentSelected"), Duration.ofMillis(200));
    }

    @Test
    void queuePriorityThenTaskPriorityThenAgeIsTheOrder(Chat chat) {
        Desk desk = chat.desk();
        List<Told> tasks = List.of(
                chat.task("chat", desk),
                chat.task("chat", desk, "Priority", 5),
                chat.task("chat", desk, "Priority", 5),
                chat.task("chat", desk, "Queue", "chat-urgent", "Priority", 1),
                chat.task("chat", desk, "Queue", "chat-urgent", "Priority", 9));
        Agent alice = chat.agent(desk, 0).ready("chat");

        List<String> order = Stream.generate(() -> {
                    String task = alice.offered().task();
                    alice.accept(task);
                    alice.asksTask(task, "CLOSED");
                    return task;
                })
                .limit(5)
                .toList();

        assertThat(order)
                .containsExactly(
                        tasks.get(4).task(),
                        tasks.get(3).task(),
                        tasks.get(1).task(),
                        tasks.get(2).task(),
                        tasks.get(0).task());
    }

    @Test
    void thePreferredAgentComesFirst(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Agent bob = chat.agent(desk, 1).ready("chat");

        Told task = chat.task("chat", desk, "PreferredAgentId", bob.id());

        assertThat(bob.offered().task()).isEqualTo(task.task());
        alice.inbox().nothing("an offer", told -> told.is("TaskAgentSelected"), Duration.ofMillis(100));
    }

    @Test
    void thePreferredAgentIsWaitedForOnlySoLong(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Agent bob = chat.agent(desk, 1);
        bob.login("chat");

        Told task = chat.task("chat", desk, "Queue", "chat-sticky", "PreferredAgentId", bob.id());

        assertThat(alice.offered().task()).isEqualTo(task.task());
    }

    @Test
    void aTaskThatNobodyTakesInTimeIsClosed(Chat chat) {
        Told task = chat.task("chat", chat.desk(), "ExpiresIn", 1);

        Told closed = chat.tasks().next("TaskState", "CLOSED");

        assertThat(closed.task()).isEqualTo(task.task());
        assertThat(closed.reason()).isEqualTo("NO_AGENT_AVAILABLE");
        assertThat(closed.correlation()).isEqualTo(task.correlation());
    }

    @Test
    void theAgentLongestAvailableIsChosen(Chat chat) {
        Desk desk = chat.desk();
        Agent bob = chat.agent(desk, 1).ready("chat");
        Agent alice = chat.agent(desk, 0).ready("chat");

        Told first = chat.task("chat", desk);
        assertThat(bob.offered().task()).isEqualTo(first.task());
        Told second = chat.task("chat", desk);
        assertThat(alice.offered().task()).isEqualTo(second.task());
    }

    @Test
    void anExpiredCommandHasNoEffect(Chat chat, Operator operator) throws Exception {
        Agent alice = chat.agent(chat.desk(), 0);
        alice.login("chat");
        String correlation = chat.correlation();
        var message =
                chat.command("AgentState", correlation, json("AgentId", alice.id(), "Mrd", "chat", "State", "READY"));
        try (var producer = chat.session().createProducer(chat.session().createQueue("General"))) {
            producer.send(message, jakarta.jms.DeliveryMode.PERSISTENT, 4, 1);
        }
        // Whether the broker or the node noticed first, the message is where expired ones go, or it was in time.
        assertThat(alice.present("chat").state()).isIn("NOT_READY", "READY");
        boolean inTime = chat.answers()
                        .all(told -> correlation.equals(told.correlation()))
                        .size()
                == 1;
        assertThat(alice.present("chat").state()).isEqualTo(inTime ? "READY" : "NOT_READY");
    }
}

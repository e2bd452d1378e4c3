package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediarouter.blackbox.Faults.Point;

/** Protocol, section 5: what can't be handled ends in DLQ after ten attempts, and whoever sent it hears of it. */
@ExtendWith(BlackBox.class)
class GivenUpIT {
    private static final int ATTEMPTS = 10;

    @ParameterizedTest
    @EnumSource(Point.class)
    void aCommandIsAnsweredAndPutAside(Point point, Chat chat, Operator operator) throws Exception {
        Faults.always("general.GetQueueState", point);
        String correlation = chat.send("GetQueueState", json("Queue", "chat-general"));
        Told error = chat.answer("GetQueueState", correlation);
        int passed = Faults.disarm("general.GetQueueState", point);

        assertThat(error.member("Code")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(error.member("JMSType")).isEqualTo("GetQueueState");
        assertThat(passed).isEqualTo(ATTEMPTS);
        Told dead = operator.take("DLQ", correlation);
        assertThat(dead.type()).isEqualTo("GetQueueState");
        assertThat(dead.member("Queue")).isEqualTo("chat-general");
        assertThat(chat.ask("GetQueueState", "Queue", "chat-general").type()).isEqualTo("QueueState");
    }

    @Test
    void signInWorkLeavesTheLineSoThatTheAgentCanTryAgain(Chat chat, Operator operator) throws Exception {
        Agent alice = chat.agent(chat.desk(), 0);
        Faults.always("general.Connect", Point.HANDLED);
        String correlation = chat.send("Connect", json("AgentId", alice.id(), "Password", Premises.PASSWORD));
        Told error = chat.answer("Connect", correlation);
        Faults.disarm("general.Connect", Point.HANDLED);

        assertThat(error.member("Code")).isEqualTo("SERVICE_UNAVAILABLE");
        Told dead = operator.take("DLQ", correlation);
        assertThat(dead.text()).doesNotContain(Premises.PASSWORD);
        assertThat(dead.properties()).containsEntry("SourceQueue", "General");
        assertThat(alice.connect().type()).isEqualTo("Connected");
        assertThat(alice.login("chat").state()).isEqualTo("NOT_READY");
    }

    @Test
    void aCommandThatTheEngineCannotHandleIsAnsweredToo(Chat chat, Operator operator) throws Exception {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("chat");
        Faults.always("routing-engine.Conference", Point.HANDLED);
        String correlation = chat.send(
                "Conference",
                json("TaskId", task.task(), "ConferenceOwner", alice.id(), "ConferenceParticipant", bob.id()));
        Told error = chat.answer("Conference", correlation);
        Faults.disarm("routing-engine.Conference", Point.HANDLED);

        assertThat(error.member("Code")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(operator.take("DLQ", correlation).type()).isEqualTo("Conference");
        Told next = chat.task("chat", desk);
        assertThat(chat.tasks()
                        .next(
                                "offer of the next",
                                told -> told.is("TaskAgentSelected")
                                        && next.task().equals(told.task()))
                        .agent())
                .isNotNull();
    }
}

package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediarouter.blackbox.Told.json;

import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediarouter.broker.StompClient;
import org.mediarouter.message.ErrorCode;

/** What the user chat-server gets nowhere with. */
@ExtendWith(BlackBox.class)
class RightsIT {

    @ParameterizedTest
    @ValueSource(strings = {"RoutingEngine", "CommunicationServer", "SignIn", "Invalid", "DLQ", "Agent.figures-a"})
    void sendingAnywhereButToGeneral(String queue, Chat chat) throws Exception {
        Session session = chat.session();
        TextMessage message = session.createTextMessage(
                json("TaskId", "t", "Mrd", "chat", "Queue", "chat-general").toString());
        message.setJMSType("NewTask");
        assertThatThrownBy(() -> {
                    try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
                        producer.send(message);
                    }
                })
                .isInstanceOf(JMSException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"General", "RoutingEngine", "CommunicationServer", "SignIn", "Invalid", "DLQ", "#"})
    void consumingWhatIsNotForClients(String queue, Chat chat) {
        Session session = chat.session();
        assertThatThrownBy(() -> session.createConsumer(session.createQueue(queue)))
                .isInstanceOf(JMSException.class);
    }

    @Test
    void managingTheBroker(Chat chat, NodeFixture node) throws Exception {
        Session session = chat.session();
        assertThatThrownBy(() -> session.createProducer(session.createQueue("activemq.management"))
                        .send(session.createMessage()))
                .isInstanceOf(JMSException.class);
        try (StompClient stomp = node.stomp(NodeFixture.CHAT)) {
            assertThatThrownBy(() -> stomp.send("activemq.management", java.util.Map.of(), ""))
                    .isInstanceOf(StompClient.StompError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "RoutingEngine",
                "topic://RoutingEngine",
                "CommunicationServer",
                "DLQ",
                "activemq.management",
                "Other.queue",
                "Agent..x",
                "queue://General",
                "temporary://General"
            })
    void makingUsSendWhereClientsMayNotHear(String destination, Chat chat, Operator operator) throws Exception {
        Agent alice = chat.agent(chat.desk(), 0);

        Told error = chat.refused(
                ErrorCode.INVALID_MEMBER,
                "Connect",
                "AgentId",
                alice.id(),
                "Password",
                Premises.PASSWORD,
                "Destination",
                destination);

        assertThat(error.member("Member")).isEqualTo("Destination");
        Told copy = operator.take("Invalid", error.correlation());
        assertThat(copy.text()).doesNotContain(Premises.PASSWORD);
        assertThat(chat.ask("GetAgentState", "AgentId", alice.id())
                        .body()
                        .path("Connected")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aStrangerGetsNoConnection(NodeFixture node) {
        assertThatThrownBy(() -> new StompClient("127.0.0.1", node.port(), "somebody", "else"))
                .isInstanceOf(java.io.IOException.class);
        assertThatThrownBy(() -> new StompClient("127.0.0.1", node.port(), null, null))
                .isInstanceOf(java.io.IOException.class);
    }
}

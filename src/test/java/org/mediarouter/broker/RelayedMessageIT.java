package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediarouter.broker.ForeignClient.Protocol;
import org.mediarouter.broker.ForeignClient.Received;

/** A Chat Server's message on its way in and the answer on its way out, in each protocol. */
class RelayedMessageIT {

    private static BrokerFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = BrokerFixture.start();
    }

    @AfterAll
    static void stop() throws Exception {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void answersOnANamedQueue(Protocol protocol) throws Exception {
        // given
        String queue = "Agent.named-" + protocol;
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            client.consume(queue);

            // when
            client.send(
                    "General",
                    Map.of("type", "GetAgentState", "correlation-id", "c-1", "reply-to", queue, "Own", "x"),
                    "{\"AgentId\":\"ä:1\"}");
            ReplyAddress replyTo = answerNext("GetAgentState", "{\"AgentId\":\"ä:1\"}");

            // then
            assertThat(replyTo).isEqualTo(new ReplyAddress(queue, false, false));
            assertThat(client.receive(Duration.ofSeconds(5)))
                    .isEqualTo(new Received("Answer", "c-1", "{\"Ö\":1}", "agent-state"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Protocol.class, mode = EnumSource.Mode.EXCLUDE, names = "STOMP")
    void answersOnATemporaryQueue(Protocol protocol) throws Exception {
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            String queue = client.temporaryQueue();

            client.send("General", Map.of("type", "Connect", "correlation-id", "c-2", "reply-to", queue), "{}");
            ReplyAddress replyTo = answerNext("Connect", "{}");

            assertThat(replyTo.temporary()).isTrue();
            assertThat(replyTo.topic()).isFalse();
            assertThat(client.receive(Duration.ofSeconds(5)))
                    .isEqualTo(new Received("Answer", "c-2", "{\"Ö\":1}", "agent-state"));
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void writesToATopic(Protocol protocol) throws Exception {
        ReplyAddress topic = ReplyAddress.of("topic://Client.news-" + protocol).orElseThrow();
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT);
                ForeignClient second = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            client.consume(topic.toString());
            second.consume(topic.toString());

            send(topic, "c-3");

            assertThat(client.receive(Duration.ofSeconds(5))).isNotNull();
            assertThat(second.receive(Duration.ofSeconds(5))).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aConsumerThatComesFirstMakesAQueueAndNotATopic(Protocol protocol) throws Exception {
        ReplyAddress queue = ReplyAddress.of("Agent.first-" + protocol).orElseThrow();
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            client.consume(queue.name());
        }

        // sent while nobody is there: it waits
        send(queue, "c-4");

        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            client.consume(queue.name());
            assertThat(client.receive(Duration.ofSeconds(5))).isNotNull();
        }
    }

    /** Takes the next message from General, looks at it, answers where it asks for that; in one transaction. */
    private static ReplyAddress answerNext(String type, String body) throws Exception {
        try (Connection connection = fixture.connection().connectionFactory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue("General"))) {
            connection.start();
            Message message = Objects.requireNonNull(consumer.receive(5000), "nothing came");
            assertThat(message.getJMSType()).isEqualTo(type);
            assertThat(((TextMessage) message).getText()).isEqualTo(body);
            assertThat(ValidatedUser.of(message)).contains(BrokerFixture.CHAT);
            ReplyAddress replyTo = ReplyAddress.of(message.getJMSReplyTo()).orElseThrow();
            send(session, replyTo, Objects.requireNonNull(message.getJMSCorrelationID()));
            session.commit();
            return replyTo;
        }
    }

    private static void send(ReplyAddress to, String correlationId) throws Exception {
        try (Connection connection = fixture.connection().connectionFactory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            send(session, to, correlationId);
            session.commit();
        }
    }

    private static void send(Session session, ReplyAddress to, String correlationId) throws Exception {
        TextMessage answer = session.createTextMessage("{\"Ö\":1}");
        answer.setJMSType("Answer");
        answer.setJMSCorrelationID(correlationId);
        answer.setStringProperty("Category", "agent-state");
        session.createProducer(to.topic() ? session.createTopic(to.name()) : session.createQueue(to.name()))
                .send(answer);
    }
}

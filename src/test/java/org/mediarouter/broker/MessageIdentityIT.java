package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediarouter.broker.ForeignClient.Protocol;

class MessageIdentityIT {

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
    void staysTheSameAcrossRedeliveryRestartAndCrash(Protocol protocol) throws Exception {
        // given
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            client.send("General", Map.of("type", "Task"), "{}");
        }

        // when, then
        String first = next(false);
        assertThat(next(false)).isEqualTo(first);
        fixture.restart();
        assertThat(next(false)).isEqualTo(first);
        fixture.crash();
        assertThat(next(true)).isEqualTo(first);
    }

    @Test
    void staysTheSameForAnAmqpMessageWithoutMessageId() throws Exception {
        try (Connection connection = fixture.amqp(BrokerFixture.CHAT).createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue("General"))) {
            producer.setDisableMessageID(true);
            producer.send(session.createTextMessage("{}"));
        }
        String first = next(false);
        fixture.crash();
        assertThat(next(true)).isEqualTo(first);
    }

    @Test
    void isAnotherForEachMessage() throws Exception {
        try (ForeignClient client = ForeignClient.open(Protocol.STOMP, fixture, BrokerFixture.CHAT)) {
            client.send("General", Map.of(), "{}");
            client.send("General", Map.of(), "{}");
        }
        assertThat(next(true)).isNotEqualTo(next(true));
    }

    @Test
    void theJournalIsKnownOverTcpToo() throws Exception {
        try (BrokerConnection remote =
                BrokerConnection.open(fixture.tcp(), BrokerFixture.ROUTER, BrokerFixture.ROUTER)) {
            assertThat(remote.identity().journal())
                    .isEqualTo(fixture.connection().identity().journal())
                    .isEqualTo(fixture.broker()
                            .server()
                            .getNodeID()
                            .toString()
                            .substring(0, remote.identity().journal().length()));
        }
    }

    /** The identity of General's next message, which is taken or given back. */
    private static String next(boolean take) throws Exception {
        try (Connection connection = fixture.connection().connectionFactory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue("General"))) {
            connection.start();
            Message message = Objects.requireNonNull(consumer.receive(5000), "nothing came");
            if (take) {
                session.commit();
            } else {
                session.rollback();
            }
            return fixture.connection().identity().of(message);
        }
    }
}

package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediarouter.broker.ForeignClient.Protocol;

/** What is far beyond the protocol's 64 KiB: it arrives, to be answered, or is refused at the sender; nothing breaks. */
class LargeMessageIT {

    private BrokerFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = BrokerFixture.start();
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aMessageOfTenMegabytesArrives(Protocol protocol) throws Exception {
        String body = "x".repeat(10_000_000);
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            client.send("General", Map.of("type", "Task"), body);
            client.send("General", Map.of("type", "After"), "{}");
        }
        try (Connection connection = fixture.connection().connectionFactory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue("General"))) {
            connection.start();
            Message large = next(consumer);
            assertThat(large.getJMSType()).isEqualTo("Task");
            assertThat(large.getBody(String.class)).hasSize(body.length());
            assertThat(ValidatedUser.of(large)).contains(BrokerFixture.CHAT);
            String identity = fixture.connection().identity().of(large);
            session.rollback();
            assertThat(fixture.connection().identity().of(next(consumer))).isEqualTo(identity);
            assertThat(next(consumer).getJMSType()).isEqualTo("After");
            session.commit();
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aMessageOfFortyMegabytesIsRefusedAtTheSender(Protocol protocol) throws Exception {
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            assertThat(catchThrowable(() -> client.send("General", Map.of("type", "Task"), "x".repeat(40_000_000))))
                    .isNotNull();
        }
        assertThat(fixture.broker().server().locateQueue("General").getMessageCount())
                .isZero();
        try (ForeignClient client = ForeignClient.open(protocol, fixture, BrokerFixture.CHAT)) {
            client.send("General", Map.of("type", "After"), "{}");
        }
        // The broker confirms what STOMP sends before it counts it.
        await().until(() -> fixture.broker().server().locateQueue("General").getMessageCount() == 1);
    }

    private static Message next(MessageConsumer consumer) throws Exception {
        return Objects.requireNonNull(consumer.receive(20_000), "nothing came");
    }
}

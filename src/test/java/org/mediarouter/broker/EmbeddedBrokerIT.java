package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @Test
    void severalBrokersLiveInOneProcess() throws Exception {
        try (BrokerFixture one = BrokerFixture.start();
                BrokerFixture other = BrokerFixture.start()) {
            assertThat(one.broker().port()).isNotEqualTo(other.broker().port());
            assertThat(one.connection().identity().journal())
                    .isNotEqualTo(other.connection().identity().journal());
        }
    }

    @Test
    void hasItsQueuesFromTheStart() throws Exception {
        try (BrokerFixture fixture = BrokerFixture.start()) {
            assertThat(List.of(
                            "General",
                            "SignIn",
                            "RoutingEngine",
                            "CommunicationServer",
                            "ChatServer",
                            "Invalid",
                            "DLQ",
                            "ExpiryQueue"))
                    .allSatisfy(queue -> assertThat(fixture.broker().server().locateQueue(queue))
                            .isNotNull());
        }
    }

    @Test
    void refusesDataThatAnotherBrokerHas(@TempDir Path data) {
        BrokerSettings settings = settings(data, 0);
        try (EmbeddedBroker running = EmbeddedBroker.start(settings)) {
            assertThat(running.isRunning()).isTrue();
            assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("another broker");
        }
    }

    @Test
    void saysThatItsPortIsTaken(@TempDir Path data, @TempDir Path otherData) {
        try (EmbeddedBroker running = EmbeddedBroker.start(settings(data, 0))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(settings(otherData, running.port())))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining(String.valueOf(running.port()));
        }
    }

    @Test
    void deliversWhatWasSentBeforeItWasKilled() throws Exception {
        try (BrokerFixture fixture = BrokerFixture.start()) {
            try (Connection connection =
                            fixture.connection().connectionFactory().createConnection();
                    Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
                session.createProducer(session.createQueue("General")).send(session.createTextMessage("{}"));
                session.commit();
            }
            fixture.crash();
            try (Connection connection =
                            fixture.connection().connectionFactory().createConnection();
                    Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
                connection.start();
                Message received =
                        session.createConsumer(session.createQueue("General")).receive(5000);
                assertThat(((TextMessage) received).getText()).isEqualTo("{}");
                session.commit();
            }
        }
    }

    @Test
    void movesWhatNobodyTookInTimeToTheExpiryQueue() throws Exception {
        try (BrokerFixture fixture = BrokerFixture.start()) {
            try (Connection connection =
                            fixture.connection().connectionFactory().createConnection();
                    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                MessageProducer producer = session.createProducer(session.createQueue("Agent.away"));
                producer.setTimeToLive(50);
                producer.send(session.createTextMessage("{}"));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            fixture.broker().server().locateQueue("ExpiryQueue").getMessageCount() == 1);
        }
    }

    @Test
    void saysWhatIsWrongInItsFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(
                directory.resolve("broker.xml"),
                Files.readString(Path.of("config/broker.xml")).replace("journal-type", "jurnal-type"));
        assertThatThrownBy(() -> BrokerFile.check(file))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("jurnal-type");
    }

    @Test
    @Timeout(10)
    void theConnectionClosesThoughTheBrokerIsGone() throws Exception {
        try (BrokerFixture fixture = BrokerFixture.start()) {
            BrokerConnection connection =
                    BrokerConnection.open(fixture.tcp(), BrokerFixture.ROUTER, BrokerFixture.ROUTER);
            Session session =
                    connection.connectionFactory().createConnection().createSession(true, Session.SESSION_TRANSACTED);
            session.createConsumer(session.createQueue("General"));
            fixture.broker().close();
            connection.close();
        }
    }

    private static BrokerSettings settings(Path data, int port) {
        return new BrokerSettings(
                Path.of("config/broker.xml"),
                Path.of("config/broker-users.properties"),
                Path.of("config/broker-roles.properties"),
                data,
                "127.0.0.1",
                port,
                false);
    }
}

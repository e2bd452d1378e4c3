package org.mediarouter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.Session;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediarouter.broker.ForeignClient.Protocol;

class DestinationsIT {

    private BrokerFixture fixture;
    private Session session;
    private Destinations destinations;

    @BeforeEach
    void start() throws Exception {
        fixture = BrokerFixture.start();
        Connection connection = fixture.connection().connectionFactory().createConnection();
        session = connection.createSession(true, Session.SESSION_TRANSACTED);
        destinations = fixture.connection().destinations();
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void keepsANamedQueue() throws Exception {
        Destination first = destinations.of(session, "Agent.smith", false);
        assertThat(destinations.of(session, "Agent.smith", false)).isSameAs(first);
        assertThat(destinations.of(session, "Client.news", true)).isNotEqualTo(first);
    }

    @Test
    void asksEachTimeForATemporaryQueue() throws Exception {
        String name;
        try (ForeignClient client = ForeignClient.open(Protocol.AMQP, fixture, BrokerFixture.CHAT)) {
            name = client.temporaryQueue();
            assertThat(destinations.of(session, name, false)).isNotNull();
        }
        Awaitility.await().until(() -> fixture.broker().server().locateQueue(name) == null);
        assertThatThrownBy(() -> destinations.of(session, name, false)).hasMessageContaining("no queue");
    }

    @Test
    void makesNothingOfAnotherName() {
        assertThatThrownBy(() -> destinations.of(session, "Other.name", false)).hasMessageContaining("Other.name");
    }
}

package org.mediarouter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSConsumer;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediarouter.broker.BrokerFixture;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Outgoing;

/** An agent's states come over two lines to the same client; the later is committed after the earlier. */
class TellingOrderIT {
    private static final Destination CLIENT = Destination.queue("Client.order");
    private static final String RELAYED =
            "{\"AgentId\":\"1001\",\"Mrd\":\"chat\",\"State\":\"RESERVED\",\"Version\":4,\"Time\":\"2026-11-22T09:26:53.589Z\"}";
    private static final String ASKED = "{\"AgentId\":\"1001\",\"Mrd\":\"chat\",\"State\":\"READY\"}";

    private final CountDownLatch firstHandled = new CountDownLatch(1);
    private final CountDownLatch firstMayCommit = new CountDownLatch(1);
    private final CountDownLatch secondHandled = new CountDownLatch(1);
    private RoutesFixture routes;
    private Client chat;
    private Client operator;

    @BeforeEach
    void start() throws Exception {
        routes = new RoutesFixture();
        chat = new Client(routes.broker.core(BrokerFixture.CHAT));
        operator = new Client(routes.broker.core(BrokerFixture.ROUTER));
    }

    @AfterEach
    void stop() throws Exception {
        firstMayCommit.countDown();
        chat.close();
        operator.close();
        routes.close();
    }

    @Test
    void aCommandsStateWaitsForTheOneOfRoutingThatIsOnItsWay() throws Exception {
        routes.on("communication-server.AgentState", (message, envelope) -> held(4, envelope));
        routes.on("general.AgentState", (message, envelope) -> noted(5, envelope));
        relay();
        assertThat(firstHandled.await(5, TimeUnit.SECONDS)).isTrue();
        chat.send("AgentState", ASKED, null);
        assertThat(secondHandled.await(5, TimeUnit.SECONDS)).isTrue();

        assertThat(chat.empty(CLIENT.name())).as("nothing is told yet").isTrue();
        firstMayCommit.countDown();

        assertThat(versions()).containsExactly(4L, 5L);
    }

    @Test
    void nobodyWaitsForWhatIsSaidOfAnother() throws Exception {
        routes.on("communication-server.AgentState", (message, envelope) -> held(4, envelope));
        routes.on("general.GetTaskState", RoutesFixture::answer);
        relay();
        assertThat(firstHandled.await(5, TimeUnit.SECONDS)).isTrue();

        chat.send("GetTaskState", "{\"TaskId\":\"t1\"}", chat.queue("Client.other"));

        assertThat(chat.next("Client.other").getJMSType()).isEqualTo("Restored");
    }

    private void relay() throws Exception {
        TextMessage event = operator.text("AgentState", RELAYED);
        event.setStringProperty(Names.GROUP, "chat");
        operator.context().createProducer().send(operator.queue("CommunicationServer"), event);
    }

    private List<Outgoing> held(long version, Envelope envelope) {
        firstHandled.countDown();
        try {
            firstMayCommit.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of(told(version, envelope));
    }

    private List<Outgoing> noted(long version, Envelope envelope) {
        secondHandled.countDown();
        return List.of(told(version, envelope));
    }

    private static Outgoing told(long version, Envelope envelope) {
        return Outgoing.told(
                CLIENT,
                new AgentState("1001", "chat", AgentStateName.READY, null, envelope.time(), version, null),
                envelope.correlation());
    }

    private List<Long> versions() throws Exception {
        List<Long> versions = new java.util.ArrayList<>();
        try (JMSConsumer consumer = chat.context().createConsumer(chat.queue(CLIENT.name()))) {
            await().until(() -> {
                var message = consumer.receiveNoWait();
                if (message != null) {
                    versions.add(Client.json(message).path("Version").asLong());
                }
                return versions.size() == 2;
            });
        }
        return versions;
    }
}

package org.mediarouter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mediarouter.broker.BrokerFixture;
import org.mediarouter.message.Unavailable;

/** How often a command is tried that fails, by its own fault or because something of ours is away, on a real broker. */
class AttemptsIT {
    private static RoutesFixture routes;
    private static Client chat;
    private static Client operator;

    @BeforeAll
    static void start() throws Exception {
        routes = new RoutesFixture();
        chat = new Client(routes.broker.core(BrokerFixture.CHAT));
        operator = new Client(routes.broker.core(BrokerFixture.ROUTER));
    }

    @AfterAll
    static void stop() throws Exception {
        chat.close();
        operator.close();
        routes.close();
    }

    @Test
    void putsAsideAfterTenAttemptsAndAnswers() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        routes.on("general.Task", (message, envelope) -> {
            tries.incrementAndGet();
            throw new IllegalStateException("injected");
        });

        chat.send("Task", "{\"Mrd\":\"chat\"}", chat.queue("Client.tasks"));

        Message answer = chat.next("Client.tasks");
        assertThat(answer.getJMSType()).isEqualTo("Error");
        assertThat(Client.json(answer).get("Code").asText()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.getStringProperty("Category")).isEqualTo("new task");
        assertThat(tries).hasValue(10);
        Message dead = operator.next("DLQ");
        assertThat(dead.getJMSType()).isEqualTo("Task");
        assertThat(((TextMessage) dead).getText()).isEqualTo("{\"Mrd\":\"chat\"}");
        assertThat(dead.getStringProperty("SourceQueue")).isEqualTo("General");
        assertThat(dead.getStringProperty("Sender")).isEqualTo("chat-server");
    }

    @Test
    void triesAgainWithoutSpendingAttemptsWhileTheStoreIsAway() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        routes.on("general.GetAgentState", (message, envelope) -> {
            if (tries.incrementAndGet() < 6) {
                throw new Unavailable("the store is away", new IllegalStateException());
            }
            return RoutesFixture.answer(message, envelope);
        });

        chat.send("GetAgentState", "{\"AgentId\":\"1001\"}", chat.queue("Client.patience"));

        assertThat(chat.next("Client.patience").getJMSType()).isEqualTo("Restored");
        assertThat(tries).hasValue(6);
        assertThat(routes.outages.current()).isEmpty();
    }

    @Test
    void stopsItsConsumersInALongOutageAndTakesUpTheMessageAfterIt() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger away = new AtomicInteger(1);
        routes.probe = () -> {
            if (away.get() > 0) {
                throw new Unavailable("the store is away", new IllegalStateException());
            }
        };
        routes.on("general.Conference", (message, envelope) -> {
            tries.incrementAndGet();
            routes.probe.run();
            return RoutesFixture.answer(message, envelope);
        });
        String conference = "{\"TaskId\":\"t1\",\"ConferenceOwner\":\"1\",\"ConferenceParticipant\":\"2\"}";

        chat.send("Conference", conference, chat.queue("Client.outage"));

        await().until(() -> tries.get() > 0 && routes.paused());
        assertThat(routes.outages.current()).isPresent();
        away.set(0);
        assertThat(chat.next("Client.outage").getJMSType()).isEqualTo("Restored");
        assertThat(operator.empty("DLQ")).isTrue();
        await().until(() -> routes.outages.current().isEmpty() && !routes.paused());
    }

    @Test
    void whatOtherNodesGaveBackInAnOutageSpendsNoAttempts() throws Exception {
        AtomicInteger away = new AtomicInteger(1);
        routes.probe = () -> {
            if (away.get() > 0) {
                throw new Unavailable("the store is away", new IllegalStateException());
            }
        };
        routes.on("general.Transfer", (message, envelope) -> {
            routes.probe.run();
            return RoutesFixture.answer(message, envelope);
        });
        chat.send(
                "Transfer",
                "{\"TaskId\":\"t1\",\"OwnerAgentId\":\"1\",\"RecipientAgentId\":\"2\"}",
                chat.queue("Client.flapping"));
        await().until(routes::paused);
        // when: as a node that takes the message each time the store seems back
        try (JMSContext other = operator.context().createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = other.createConsumer(other.createQueue("General"))) {
            for (int i = 0; i < 30; i++) {
                assertThat(consumer.receive(Client.WAIT)).isNotNull();
                other.rollback();
            }
        } finally {
            away.set(0);
        }
        // then
        assertThat(chat.next("Client.flapping").getJMSType()).isEqualTo("Restored");
        assertThat(operator.empty("DLQ")).isTrue();
    }

    @Test
    void triesWhatAnOperatorSendsAgainAsOftenAsTheFirstTime() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        routes.on("general.GetAgentState", (message, envelope) -> {
            if (tries.incrementAndGet() < 15) {
                throw new IllegalStateException("injected");
            }
            return RoutesFixture.answer(message, envelope);
        });
        chat.send("GetAgentState", "{\"AgentId\":\"1001\"}", chat.queue("Client.again"));
        assertThat(chat.next("Client.again").getJMSType()).isEqualTo("Error");
        // when
        Message dead = operator.next("DLQ");
        TextMessage again = operator.text("GetAgentState", ((TextMessage) dead).getText());
        again.setStringProperty(Names.OPERATION, dead.getStringProperty(Names.OPERATION));
        again.setJMSReplyTo(chat.queue("Client.again"));
        operator.send(again);
        // then
        assertThat(chat.next("Client.again").getJMSType()).isEqualTo("Restored");
        assertThat(tries).hasValue(15);
    }
}

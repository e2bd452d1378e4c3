package org.mediarouter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mediarouter.broker.BrokerFixture;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Restored;
import org.mediarouter.message.WakeUp;

/** A command's way from General to what is sent, on a real broker. */
class CommandRoutesIT {
    private static RoutesFixture routes;
    private static Client chat;

    @BeforeAll
    static void start() throws Exception {
        routes = new RoutesFixture();
        chat = new Client(routes.broker.core(BrokerFixture.CHAT));
    }

    @AfterAll
    static void stop() throws Exception {
        chat.close();
        routes.close();
    }

    @Test
    void answersWhereTheClientWantsIt() throws Exception {
        chat.send("GetTaskState", "{\"TaskId\":\"t1\"}", chat.queue("Client.answers"));

        Message answer = chat.next("Client.answers");

        assertThat(answer.getJMSType()).isEqualTo("Restored");
        assertThat(answer.getJMSCorrelationID()).isEqualTo("c-GetTaskState");
        assertThat(answer.getStringProperty("Category")).isEqualTo("agent-state");
        assertThat(answer.getJMSDeliveryMode()).isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
        assertThat(answer.getJMSExpiration() - System.currentTimeMillis()).isBetween(86_000_000L, 86_400_000L);
    }

    @Test
    void answersToATemporaryQueue() throws Exception {
        TemporaryQueue mine = chat.context().createTemporaryQueue();
        try (JMSConsumer consumer = chat.context().createConsumer(mine)) {
            chat.send("GetTaskState", "{\"TaskId\":\"t1\"}", mine);

            assertThat(consumer.receive(Client.WAIT).getJMSType()).isEqualTo("Restored");
        }
    }

    @Test
    void answersToChatServerWhereTheTemporaryQueueIsGone() throws Exception {
        TemporaryQueue mine = chat.context().createTemporaryQueue();
        chat.send("GetTaskState", "{\"TaskId\":\"t1\"}", mine);
        try (JMSConsumer consumer = chat.context().createConsumer(mine)) {
            assertThat(consumer.receive(Client.WAIT)).isNotNull();
        }
        mine.delete();

        TextMessage command = chat.text("GetTaskState", "{\"TaskId\":\"t1\"}");
        command.setJMSCorrelationID("to nobody");
        command.setJMSReplyTo(mine);
        chat.send(command);

        assertThat(chat.next("ChatServer").getJMSCorrelationID()).isEqualTo("to nobody");
    }

    @Test
    void takesBytesAndAReplyToOfOurQueuesCountsAsNone() throws Exception {
        BytesMessage command = chat.context().createBytesMessage();
        command.writeBytes("{\"TaskId\":\"t1\"}".getBytes(StandardCharsets.UTF_8));
        command.setJMSType("GetTaskState");
        command.setJMSCorrelationID("bytes");
        command.setJMSReplyTo(chat.queue("RoutingEngine"));
        chat.send(command);

        assertThat(chat.next("ChatServer").getJMSCorrelationID()).isEqualTo("bytes");
    }

    @Test
    void sendsToTopicsAndInternalQueuesWithTheirProperties() throws Exception {
        List<Envelope> seen = Collections.synchronizedList(new ArrayList<>());
        routes.on(
                "general.GetQueueState",
                (message, envelope) -> List.of(
                        Outgoing.told(
                                Destination.parse("topic://ChatServer.events"),
                                new Restored(1, 1, envelope.time()),
                                envelope.correlation()),
                        new Outgoing(
                                Destination.ROUTING_ENGINE,
                                new WakeUp("chat", envelope.time()),
                                envelope.correlation(),
                                "chat",
                                Destination.queue("Client.x"),
                                List.of("1001", "1002"),
                                envelope.time().plusMillis(300))));
        routes.on("routing-engine.WakeUp", (message, envelope) -> {
            seen.add(envelope);
            return List.of();
        });
        try (JMSConsumer events = chat.context().createConsumer(chat.context().createTopic("ChatServer.events"))) {
            chat.send("GetQueueState", "{\"Queue\":\"q\"}", null);

            assertThat(events.receive(Client.WAIT).getJMSType()).isEqualTo("Restored");
        }
        await().untilAsserted(() -> assertThat(seen).hasSize(1));
        Envelope inside = seen.get(0);
        assertThat(inside.replyTo()).isEqualTo(Destination.queue("Client.x"));
        assertThat(inside.audience()).containsExactly("1001", "1002");
        assertThat(inside.correlation()).isEqualTo("c-GetQueueState");
        assertThat(routes.newOwners).contains("chat");
    }

    @Test
    void sendsNothingWhenTheTransactionRollsBackAfterTheSends() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        List<String> operations = Collections.synchronizedList(new ArrayList<>());
        routes.on("general.Transfer", (message, envelope) -> {
            operations.add(envelope.operation());
            Outgoing sent = Outgoing.told(
                    Destination.queue("Client.transfers"),
                    new Restored(tries.incrementAndGet(), 0, envelope.time()),
                    envelope.correlation());
            // The second send fails after the first was made: a type with no JSON.
            return tries.get() < 3 ? List.of(sent, Outgoing.told(sent.to(), new Unwritable(), "c")) : List.of(sent);
        });

        chat.send("Transfer", "{\"TaskId\":\"t1\",\"OwnerAgentId\":\"1\",\"RecipientAgentId\":\"2\"}", null);

        Message answer = chat.next("Client.transfers");
        assertThat(Client.json(answer).get("Agents").asInt()).isEqualTo(3);
        assertThat(chat.empty("Client.transfers")).isTrue();
        assertThat(operations).hasSize(3).containsOnly(operations.get(0));
    }

    /** A message of ours that can't be written. */
    record Unwritable() implements org.mediarouter.message.Message {
        public String getFault() {
            throw new IllegalStateException("injected");
        }

        @Override
        public org.mediarouter.message.Category category() {
            return org.mediarouter.message.Category.AGENT_STATE;
        }
    }

    @Test
    void anExpiredCommandHasNoEffect() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        routes.on("general.chat-server-restore", (message, envelope) -> {
            tries.incrementAndGet();
            return List.of();
        });
        // A context of its own: Artemis keeps the time to live for all producers of a context.
        try (Client hasty = new Client(routes.broker.core(BrokerFixture.CHAT))) {
            TextMessage command = hasty.text("chat-server-restore", "{}");
            hasty.context().createProducer().setTimeToLive(1).send(hasty.queue("General"), command);
        }
        chat.send("GetTaskState", "{\"TaskId\":\"t1\"}", chat.queue("Client.after"));

        assertThat(chat.next("Client.after")).isNotNull();
        // Whether it expired on the way or in the broker, which is quicker to say so here.
        assertThat(tries.get()).isLessThanOrEqualTo(1);
    }
}

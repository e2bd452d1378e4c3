package org.mediarouter.blackbox;

import static org.mediarouter.blackbox.Told.json;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Twenty agents who take a task every fiftieth of a second and are done with it at once. */
final class Shift implements AutoCloseable {
    private static final int AGENTS = 20;
    private static final String QUEUE = "Client.work";
    private static final long EVERY_NANOS = 20_000_000;

    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final MessageConsumer consumer;
    private final Queue own;
    private final Map<String, Long> sent = new HashMap<>();
    private int tasks;

    Shift(NodeFixture node) throws Exception {
        try (Chat chat = node.chat()) {
            for (int i = 0; i < AGENTS; i++) {
                String id = "work-" + i;
                chat.ask("Connect", "AgentId", id, "Password", Premises.PASSWORD, "Destination", QUEUE);
                chat.ask("Login", "AgentId", id, "Password", Premises.PASSWORD, "Mrd", "work");
                chat.ask("AgentState", "AgentId", id, "Mrd", "work", "State", "READY");
            }
        }
        connection = new ActiveMQConnectionFactory(
                        node.url() + "?blockOnDurableSend=false", NodeFixture.CHAT, NodeFixture.CHAT)
                .createConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        own = session.createQueue(QUEUE);
        consumer = session.createConsumer(own);
        producer = session.createProducer(session.createQueue("General"));
        producer.setDeliveryMode(DeliveryMode.PERSISTENT);
    }

    /** How long each task took from its sending to the agent's hearing of it, in microseconds. */
    Histogram workFor(Duration duration) throws JMSException {
        Histogram latencies = new Histogram(3);
        long began = System.nanoTime();
        long next = began;
        while (System.nanoTime() - began < duration.toNanos()) {
            if (System.nanoTime() >= next) {
                String correlation = "work/" + tasks++;
                sent.put(correlation, System.nanoTime());
                send("Task", correlation, json("Mrd", "work"));
                next += EVERY_NANOS;
            }
            hear(latencies, Math.max(1, (next - System.nanoTime()) / 1_000_000));
        }
        // What is still on its way belongs to this time too.
        while (!sent.isEmpty() && hear(latencies, 10_000)) {
            continue;
        }
        return latencies;
    }

    private boolean hear(Histogram latencies, long wait) throws JMSException {
        Message message = consumer.receive(wait);
        if (message == null) {
            return false;
        }
        if (!"TaskAgentSelected".equals(message.getJMSType())) {
            return true;
        }
        Long since = sent.remove(message.getJMSCorrelationID());
        if (since != null) {
            latencies.recordValue((System.nanoTime() - since) / 1000);
        }
        String task = message.getStringProperty("TaskId");
        String agent = message.getStringProperty("AgentId");
        send("TaskState", "accept", json("TaskId", task, "State", "ACTIVE", "AgentId", agent));
        send("TaskState", "close", json("TaskId", task, "State", "CLOSED", "AgentId", agent));
        return true;
    }

    private void send(String type, String correlation, Object body) throws JMSException {
        TextMessage message = session.createTextMessage(body.toString());
        message.setJMSType(type);
        message.setJMSCorrelationID(correlation);
        message.setJMSReplyTo(own);
        producer.send(message);
    }

    @Override
    public void close() throws Exception {
        for (int i = 0; i < AGENTS; i++) {
            send("AgentState", "out", json("AgentId", "work-" + i, "Mrd", "work", "State", "LOGOUT", "Force", true));
        }
        connection.close();
    }
}

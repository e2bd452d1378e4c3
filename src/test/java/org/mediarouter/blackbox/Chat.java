package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.ErrorCode;

/** A Chat Server: sends commands, hears the answers at a queue of its own, and what becomes of its tasks at another. */
final class Chat implements AutoCloseable {
    private static final Map<String, Set<String>> ANSWERS = Map.ofEntries(
            Map.entry("Connect", Set.of("Connected")),
            Map.entry("Login", Set.of("AgentState")),
            Map.entry("AgentState", Set.of("AgentState")),
            Map.entry("GetAgentState", Set.of("AgentState")),
            Map.entry("Conference", Set.of("TaskConferenced")),
            Map.entry("Transfer", Set.of("TaskAgentTransferred", "TaskState")),
            Map.entry("TaskState", Set.of("TaskState")),
            Map.entry("Task", Set.of("TaskState")),
            Map.entry("GetTaskState", Set.of("TaskState")),
            Map.entry("GetQueueState", Set.of("QueueState")),
            Map.entry("chat-server-restore", Set.of("Restored")));

    private final NodeFixture node;
    private final Connection connection;
    private final String name;
    private final Session sending;
    private final MessageProducer producer;
    private final List<Session> listening = new ArrayList<>();
    private final Map<String, Inbox> inboxes = new LinkedHashMap<>();
    private final List<String> tasks = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final Inbox answers;
    private final Inbox events;
    private String prefix;
    private int commands;

    Chat(NodeFixture node, Connection connection, String name) throws JMSException {
        this.node = node;
        this.connection = connection;
        this.name = name;
        this.prefix = name + "-";
        this.sending = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        this.producer = sending.createProducer(sending.createQueue("General"));
        this.answers = at("Client." + name + ".answers");
        this.events = at("Client." + name + ".tasks");
    }

    NodeFixture node() {
        return node;
    }

    String name() {
        return name;
    }

    Session session() {
        return sending;
    }

    /** From now on an operator sees what is made inside of this one's commands. */
    Chat tapped() {
        prefix = "tap-" + name + "-";
        return this;
    }

    /** What is told about this one's tasks. */
    Inbox tasks() {
        return events;
    }

    Inbox answers() {
        return answers;
    }

    /** What comes to a queue, or to a topic written {@code topic://NAME}, from now on. */
    synchronized Inbox at(String destination) {
        return inboxes.computeIfAbsent(destination, wanted -> {
            try {
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                listening.add(session);
                Inbox inbox = new Inbox(wanted, true);
                session.createConsumer(destination(session, wanted)).setMessageListener(inbox);
                return inbox;
            } catch (JMSException e) {
                throw new IllegalStateException("can't listen at " + wanted, e);
            }
        });
    }

    private static Destination destination(Session session, String name) throws JMSException {
        return name.startsWith("topic://")
                ? session.createTopic(name.substring("topic://".length()))
                : session.createQueue(name);
    }

    String correlation() {
        return prefix + commands++;
    }

    /** The command, ready to be sent, to be answered at this one's queue; a {@code Task} at that of its tasks. */
    TextMessage command(String type, String correlation, ObjectNode body) throws JMSException {
        TextMessage message = sending.createTextMessage(body.toString());
        message.setJMSType(type);
        message.setJMSCorrelationID(correlation);
        message.setJMSReplyTo(sending.createQueue((type.equals("Task") ? events : answers).name()));
        return message;
    }

    void send(Message message) throws JMSException {
        producer.send(message);
    }

    /** Sends without waiting; gives the correlation id. */
    String send(String type, ObjectNode body) {
        return send(type, body, "Task".equals(type) ? events.name() : answers.name());
    }

    /** Sends without waiting, to be answered there. */
    String send(String type, ObjectNode body, @Nullable String replyTo) {
        try {
            String correlation = correlation();
            TextMessage message = command(type, correlation, body);
            message.setJMSReplyTo(replyTo == null ? null : destination(sending, replyTo));
            send(message);
            return correlation;
        } catch (JMSException e) {
            throw new IllegalStateException("can't send " + type, e);
        }
    }

    /** Sends, and waits for the answer, whatever it is. */
    Told ask(String type, ObjectNode body) {
        return answer(type, send(type, body));
    }

    Told answer(String type, String correlation) {
        Inbox at = type.equals("Task") ? events : answers;
        return at.any(
                "answer to " + type,
                told -> correlation.equals(told.correlation())
                        && (told.is("Error") || ANSWERS.get(type).contains(told.type())));
    }

    /** Sends what must succeed; gives the answer. */
    Told ask(String type, Object... members) {
        Told answer = ask(type, json(members));
        assertThat(answer.type()).as(() -> "answer to " + type + ": " + answer).isIn(ANSWERS.get(type));
        if (type.equals("Task")) {
            tasks.add(answer.task());
        }
        return answer;
    }

    /** Sends what must be refused; gives the Error. */
    Told refused(ErrorCode code, String type, Object... members) {
        Told answer = ask(type, json(members));
        assertThat(answer.member("Code"))
                .as(() -> "answer to " + type + ": " + answer)
                .isEqualTo(code.name());
        assertThat(answer.member("JMSType")).isEqualTo(type);
        assertThat(answer.member("Message")).isNotBlank();
        return answer;
    }

    /** A customer for the agents of a desk; gives the answer. */
    Told task(String mrd, Desk desk, Object... more) {
        ObjectNode body = json("Mrd", mrd, "Attributes", desk.attributes());
        body.setAll(json(more));
        Told answer = ask("Task", body);
        assertThat(answer.type()).as(() -> "answer to Task: " + answer).isEqualTo("TaskState");
        tasks.add(answer.task());
        return answer;
    }

    Desk desk() {
        return node.desk();
    }

    /** One of the four of a desk, 0 to 3. */
    Agent agent(Desk desk, int which) {
        Agent agent = new Agent(this, desk.agents().get(which));
        agents.add(agent);
        return agent;
    }

    Agent agent(String id) {
        Agent agent = new Agent(this, id);
        agents.add(agent);
        return agent;
    }

    /** Clears its desks, and fails if anything told to it was against the rules of the envelope. */
    @Override
    public void close() throws JMSException {
        tasks.forEach(task -> send("TaskState", json("TaskId", task, "State", "CLOSED", "ReasonCode", "CANCELLED")));
        agents.forEach(Agent::goHome);
        ask("GetQueueState", "Queue", "chat-general");
        sending.close();
        for (Session session : listening) {
            session.close();
        }
        assertThat(inboxes.values().stream().flatMap(inbox -> inbox.broken().stream()))
                .as("against the rules of the envelope")
                .isEmpty();
    }
}

package org.mediarouter.route;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A Chat Server, or an operator, as far as a test needs one. */
final class Client implements AutoCloseable {
    static final long WAIT = 5_000;
    private final JMSContext context;

    Client(ConnectionFactory connections) {
        context = connections.createContext();
    }

    JMSContext context() {
        return context;
    }

    Queue queue(String name) {
        return context.createQueue(name);
    }

    TextMessage text(String type, String body) throws Exception {
        TextMessage message = context.createTextMessage(body);
        message.setJMSType(type);
        message.setJMSCorrelationID("c-" + type);
        return message;
    }

    void send(Message message) {
        context.createProducer().send(queue("General"), message);
    }

    void send(String type, String body, @Nullable Destination replyTo) throws Exception {
        TextMessage message = text(type, body);
        message.setJMSReplyTo(replyTo);
        send(message);
    }

    /** The next message there; fails when none comes. */
    Message next(String queue) {
        try (JMSConsumer consumer = context.createConsumer(queue(queue))) {
            return requireNonNull(consumer.receive(WAIT), "nothing in " + queue);
        }
    }

    boolean empty(String queue) {
        try (JMSConsumer consumer = context.createConsumer(queue(queue))) {
            return consumer.receive(200) == null;
        }
    }

    static JsonNode json(Message message) throws Exception {
        return new ObjectMapper().readTree(((TextMessage) message).getText());
    }

    static Message with(Message message, Consumer<Message> change) {
        change.accept(message);
        return message;
    }

    @Override
    public void close() {
        context.close();
    }
}

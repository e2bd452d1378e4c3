package org.mediarouter.route;

import static java.util.Objects.requireNonNull;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Outgoing;

/**
 * Sends in the transaction in which a message was received, on the session that received it: both are committed, or
 * neither. One step instead of an endpoint for each message, which would look up its destination and copy its headers each
 * time.
 */
final class Sender {
    /** How long clients may leave an event or an answer lying. */
    private static final long LIFE = Duration.ofHours(24).toMillis();

    private final Reach reach;

    Sender(Reach reach) {
        this.reach = reach;
    }

    /** Sends all of them, in order. */
    void send(Session session, List<Outgoing> outgoing) throws JMSException {
        if (outgoing.isEmpty()) {
            return;
        }
        try (MessageProducer producer = session.createProducer(null)) {
            org.mediarouter.message.Message previous = null;
            String text = "";
            for (Outgoing one : outgoing) {
                // One event goes to several: it is written once.
                text = one.body() == previous ? text : Codec.encode(one.body());
                previous = one.body();
                producer.send(
                        reachable(one.to()), written(session, one, text), DeliveryMode.PERSISTENT, 4, life(one.to()));
            }
        }
    }

    /** Sends a message that is not one of the protocol's records, to a queue of ours. */
    void send(Session session, Destination to, Message message) throws JMSException {
        try (MessageProducer producer = session.createProducer(null)) {
            producer.send(reachable(to), message, DeliveryMode.PERSISTENT, 4, 0);
        }
    }

    private jakarta.jms.Destination reachable(Destination to) throws JMSException {
        ActiveMQDestination found = reach.find(to);
        return found == null ? requireNonNull(reach.find(Destination.CHAT_SERVER), "there is no ChatServer") : found;
    }

    private static long life(Destination to) {
        return Reach.ours(to) ? 0 : LIFE;
    }

    private static Message written(Session session, Outgoing outgoing, String text) throws JMSException {
        org.mediarouter.message.Message body = outgoing.body();
        TextMessage message = session.createTextMessage(text);
        message.setJMSType(body.type());
        message.setJMSCorrelationID(outgoing.correlation());
        message.setStringProperty(Names.CATEGORY, body.category().text());
        set(message, Names.AGENT_ID, body.aboutAgent());
        set(message, Names.TASK_ID, body.aboutTask());
        set(message, Names.MRD, body.aboutMrd());
        set(message, Names.GROUP, outgoing.group());
        if (outgoing.replyTo() != null) {
            message.setStringProperty(Names.REPLY_TO, outgoing.replyTo().toString());
        }
        if (!outgoing.audience().isEmpty()) {
            message.setStringProperty(Names.AUDIENCE, String.join(",", outgoing.audience()));
        }
        if (outgoing.deliverAt() != null) {
            message.setLongProperty(Names.SCHEDULED, outgoing.deliverAt().toEpochMilli());
        }
        return message;
    }

    private static void set(Message message, String name, @Nullable String value) throws JMSException {
        if (value != null) {
            message.setStringProperty(name, value);
        }
    }
}

package org.mediarouter.route;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.activemq.artemis.jms.client.ActiveMQTopic;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Outgoing;

/**
 * Sends in the transaction in which a message was received, on the session that received it: both are committed, or
 * neither. (Sending each by a Camel endpoint of its own joins that transaction too, at several times the cost.)
 */
final class Sender {
    /** How long clients may leave an event or an answer lying. */
    private static final long LIFE = Duration.ofHours(24).toMillis();

    private static final Set<Destination> OURS = Set.of(
            Destination.GENERAL,
            Destination.SIGN_IN,
            Destination.ROUTING_ENGINE,
            Destination.COMMUNICATION_SERVER,
            Destination.INVALID,
            Destination.DEAD_LETTERS,
            new Destination("ExpiryQueue", Destination.Kind.QUEUE));

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
                Destination to = reachable(one.to());
                producer.send(jms(to), written(session, one, text), DeliveryMode.PERSISTENT, 4, life(to));
            }
        }
    }

    /** Sends a message that is not one of the protocol's records, to a queue of ours. */
    void send(Session session, Destination to, Message message) throws JMSException {
        try (MessageProducer producer = session.createProducer(null)) {
            producer.send(jms(to), message, DeliveryMode.PERSISTENT, 4, 0);
        }
    }

    private Destination reachable(Destination to) throws JMSException {
        return OURS.contains(to) || reach.reaches(to) ? to : Destination.CHAT_SERVER;
    }

    private static long life(Destination to) {
        return OURS.contains(to) ? 0 : LIFE;
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

    /** By name alone: the session's own {@code createQueue} asks the broker each time. */
    private static jakarta.jms.Destination jms(Destination to) {
        return switch (to.kind()) {
            case QUEUE, TEMPORARY -> new ActiveMQQueue(to.name());
            case TOPIC -> new ActiveMQTopic(to.name());
        };
    }
}

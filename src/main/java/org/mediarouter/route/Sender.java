package org.mediarouter.route;

import static java.util.Objects.requireNonNull;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.WakeUp;

/**
 * Sends in the transaction in which a message was received, on the session that received it: both are committed, or
 * neither. One step instead of an endpoint for each message, which would look up its destination and copy its headers each
 * time.
 *
 * <p>What a thread sends leaves it just before the commit, all at once, so that the threads of client and broker are woken for
 * all of it and not for each message.
 */
final class Sender {
    /** How long clients may leave an event or an answer lying. */
    private static final long LIFE = Duration.ofHours(24).toMillis();

    /** Of JMS's ten. */
    private static final int ORDINARY = 4;

    /**
     * Of the engine's wake-ups. After an outage, when much waits, a deadline would otherwise stand behind all of it, and behind
     * other MRDs' too: where the consumer of a group has his hands full, the broker deals out nothing that comes after its next.
     */
    private static final int URGENT = 9;

    private final Reach reach;
    private final ThreadLocal<List<Letter>> letters = ThreadLocal.withInitial(ArrayList::new);

    /** @param life in ms, 0 for ever */
    private record Letter(jakarta.jms.Destination to, Message message, int priority, long life) {}

    Sender(Reach reach) {
        this.reach = reach;
    }

    /** Sends all of them, in order, once this thread's letters are {@linkplain #deliver delivered}. */
    void send(Session session, List<Outgoing> outgoing) throws JMSException {
        org.mediarouter.message.Message previous = null;
        String text = "";
        for (Outgoing one : outgoing) {
            // One event goes to several: it is written once.
            text = one.body() == previous ? text : Codec.encode(one.body());
            previous = one.body();
            int priority = one.body() instanceof WakeUp ? URGENT : ORDINARY;
            letters.get().add(new Letter(reachable(one.to()), written(session, one, text), priority, life(one.to())));
        }
    }

    /** Sends a message that is not one of the protocol's records, to a queue of ours. */
    void send(Destination to, Message message) throws JMSException {
        letters.get().add(new Letter(reachable(to), message, ORDINARY, 0));
    }

    /** Hands this thread's letters over to the broker, in the transaction of that session. */
    void deliver(Session session) throws JMSException {
        if (letters.get().isEmpty()) {
            return;
        }
        try (MessageProducer producer = session.createProducer(null)) {
            for (Letter letter : letters.get()) {
                producer.send(letter.to(), letter.message(), DeliveryMode.PERSISTENT, letter.priority(), letter.life());
            }
        }
        forget();
    }

    /** What this thread hasn't delivered belongs to a transaction that is rolled back. */
    void forget() {
        letters.get().clear();
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

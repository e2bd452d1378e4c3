package org.mediarouter.route;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mediarouter.broker.MessageIdentity;
import org.mediarouter.broker.ReplyAddress;
import org.mediarouter.broker.ValidatedUser;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Envelope;

/** What the broker delivered, as an envelope (protocol, section 1). */
final class Reception {
    private final MessageIdentity identity;
    private final Predicate<Destination> allowed;
    private final String us;
    private final Clock clock;

    /**
     * For one broker.
     *
     * @param allowed what a client may name in {@code JMSReplyTo}
     * @param us the broker user that we are ourselves
     */
    Reception(MessageIdentity identity, Predicate<Destination> allowed, String us, Clock clock) {
        this.identity = identity;
        this.allowed = allowed;
        this.us = us;
        this.clock = clock;
    }

    Delivery receive(Line line, Message message, Session session) throws JMSException {
        String type = message.getJMSType();
        Envelope envelope = line == Line.GENERAL ? fromClient(message) : fromUs(line, message);
        return new Delivery(
                line,
                message,
                session,
                type == null || type.isEmpty() ? null : type,
                message.getStringProperty(Names.GROUP),
                envelope);
    }

    private Envelope fromClient(Message message) throws JMSException {
        String operation = operation(Line.GENERAL, message);
        return new Envelope(
                operation,
                correlation(message, operation),
                replyTo(message),
                again(message)
                        ? message.getStringProperty(Names.SENDER)
                        : ValidatedUser.of(message).orElse(null),
                List.of(),
                now());
    }

    /** Only we can send there: what the properties say is so. */
    private Envelope fromUs(Line line, Message message) throws JMSException {
        String operation = operation(line, message);
        String replyTo = message.getStringProperty(Names.REPLY_TO);
        String audience = message.getStringProperty(Names.AUDIENCE);
        return new Envelope(
                operation,
                correlation(message, operation),
                replyTo == null ? null : Destination.parse(replyTo),
                message.getStringProperty(Names.SENDER),
                audience == null || audience.isEmpty() ? List.of() : List.of(audience.split(",")),
                now());
    }

    /**
     * What tells this message from all others, at each of its deliveries: the broker's id of it, but for one that has been
     * moved on it is what it was at first.
     */
    String operation(Line line, Message message) throws JMSException {
        String first = line != Line.GENERAL || again(message) ? message.getStringProperty(Names.OPERATION) : null;
        return first == null ? identity.of(message) : first;
    }

    /** Whether an operator has sent it again: its first attempts may have had effects, which it must not have twice. */
    private boolean again(Message message) throws JMSException {
        return message.propertyExists(Names.OPERATION)
                && ValidatedUser.of(message).filter(us::equals).isPresent();
    }

    private static String correlation(Message message, String operation) throws JMSException {
        String correlation = message.getJMSCorrelationID();
        return correlation == null || correlation.isEmpty() ? operation : correlation;
    }

    /** Where the client wants the answer; null where he may not name that, or it is nothing that can be named. */
    private @Nullable Destination replyTo(Message message) throws JMSException {
        Optional<ReplyAddress> address = ReplyAddress.of(message.getJMSReplyTo());
        if (address.isEmpty()) {
            return null;
        }
        Destination destination = of(address.get());
        return allowed.test(destination) ? destination : null;
    }

    private static Destination of(ReplyAddress address) {
        if (address.topic()) {
            return new Destination(address.name(), Destination.Kind.TOPIC);
        }
        return address.temporary() ? Destination.temporary(address.name()) : Destination.queue(address.name());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** When the message expires, in ms since 1970; 0 for never. On the detour it is as on General: only we can send there. */
    static long expires(Line line, Message message) throws JMSException {
        return line == Line.SIGN_IN && message.propertyExists(Names.EXPIRES)
                ? message.getLongProperty(Names.EXPIRES)
                : message.getJMSExpiration();
    }
}

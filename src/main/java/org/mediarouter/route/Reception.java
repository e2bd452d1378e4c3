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
    private final Clock clock;

    /**
     * For one broker.
     *
     * @param allowed what a client may name in {@code JMSReplyTo}
     */
    Reception(MessageIdentity identity, Predicate<Destination> allowed, Clock clock) {
        this.identity = identity;
        this.allowed = allowed;
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
        String operation = identity.of(message);
        return new Envelope(
                operation,
                correlation(message, operation),
                replyTo(message),
                ValidatedUser.of(message).orElse(null),
                List.of(),
                now());
    }

    /** Only we can send there: what the properties say is so. */
    private Envelope fromUs(Line line, Message message) throws JMSException {
        String operation = operation(line == Line.SIGN_IN, message);
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
     * What tells this message from all others, at each of its deliveries.
     *
     * @param detoured whether it may be a client's message that went on from {@code General}: it is still the same one
     */
    String operation(boolean detoured, Message message) throws JMSException {
        String forwarded = detoured ? message.getStringProperty(Names.OPERATION) : null;
        return forwarded == null ? identity.of(message) : forwarded;
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

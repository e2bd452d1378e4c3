package org.mediarouter.route;

import static java.util.Objects.requireNonNull;

import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Outgoing;

/** One message in hand, from its reception to the commit: the body of the exchange. For one thread. */
final class Delivery {
    private final Line line;
    private final Message received;
    private final Session session;
    private final @Nullable String type;
    private final @Nullable String group;
    private final Envelope envelope;
    private final long began = System.nanoTime();
    private org.mediarouter.message.@Nullable Message message;
    private List<Outgoing> results = List.of();

    /**
     * Just received.
     *
     * @param session in whose transaction it was received, and in which all that follows from it is sent
     * @param type the {@code JMSType}; null where it has none
     * @param group the message group; null where it is in none
     */
    Delivery(
            Line line,
            Message received,
            Session session,
            @Nullable String type,
            @Nullable String group,
            Envelope envelope) {
        this.line = line;
        this.received = received;
        this.session = session;
        this.type = type;
        this.group = group;
        this.envelope = envelope;
    }

    /** The one that this exchange is about. */
    static Delivery of(Exchange exchange) {
        return requireNonNull(exchange.getIn().getBody(Delivery.class), "no message is in hand");
    }

    Line line() {
        return line;
    }

    Message received() {
        return received;
    }

    Session session() {
        return session;
    }

    @Nullable
    String type() {
        return type;
    }

    @Nullable
    String group() {
        return group;
    }

    Envelope envelope() {
        return envelope;
    }

    /** Nanoseconds since it was received. */
    long age() {
        return System.nanoTime() - began;
    }

    /** What it turned out to be; null until decoded. */
    org.mediarouter.message.@Nullable Message message() {
        return message;
    }

    void decoded(org.mediarouter.message.Message decoded) {
        message = decoded;
    }

    /** What its handler wants sent. */
    List<Outgoing> results() {
        return results;
    }

    void handled(List<Outgoing> outgoing) {
        results = outgoing;
    }
}

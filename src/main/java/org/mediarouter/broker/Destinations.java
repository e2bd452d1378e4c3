package org.mediarouter.broker;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The destinations to send to, kept for a while: the client asks the broker three times about each new destination object,
 * which costs a relay of one message in and two out 40 % of its rate. Kept only so long that none of them can have been
 * deleted meanwhile (the shortest {@code auto-delete-queues-delay} is far longer), for a send to one that is gone fails
 * the transaction at its commit. Temporary queues are never kept.
 */
public final class Destinations {

    private static final long KEPT = Duration.ofSeconds(10).toNanos();
    private static final int MOST = 20_000;

    private final Map<ReplyAddress, Known> known = new ConcurrentHashMap<>();

    private record Known(Destination destination, long since) {}

    Destinations() {}

    /**
     * The destination for a name.
     *
     * @param session any of the broker's; it is asked where the name isn't known
     * @param name without prefix
     * @throws JMSException there is no such queue and none may come into being, such as a temporary queue whose client is
     *     gone; nothing has happened to the session's transaction
     */
    public Destination of(Session session, String name, boolean topic) throws JMSException {
        ReplyAddress address = new ReplyAddress(name, topic, ReplyAddress.isTemporary(name));
        if (address.temporary()) {
            return ask(session, address);
        }
        long now = System.nanoTime();
        Known found = known.get(address);
        if (found != null && now - found.since() < KEPT) {
            return found.destination();
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        Destination fresh = ask(session, address);
        known.put(address, new Known(fresh, now));
        return fresh;
    }

    private static Destination ask(Session session, ReplyAddress address) throws JMSException {
        return address.topic() ? session.createTopic(address.name()) : session.createQueue(address.name());
    }
}

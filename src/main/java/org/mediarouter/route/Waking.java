package org.mediarouter.route;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mediarouter.broker.BrokerConnection;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.WakeUp;

/**
 * Lets MRDs look at their records though no message has come for them: the configuration has changed, or this node has just
 * started.
 */
public final class Waking {
    private final BrokerConnection broker;
    private final Sender sender;
    private final Set<String> asleep = ConcurrentHashMap.newKeySet();

    public Waking(BrokerConnection broker) {
        this.broker = broker;
        this.sender = new Sender(new Reach(broker.addresses()));
    }

    /** These are to be woken by the next {@link #wake}. */
    public void due(Collection<String> mrds) {
        asleep.addAll(mrds);
    }

    /**
     * Sends a message into the line of each MRD that is due.
     *
     * @throws JMSException the broker can't be reached; they stay due
     */
    public void wake(Instant now) throws JMSException {
        List<String> mrds = List.copyOf(asleep);
        if (mrds.isEmpty()) {
            return;
        }
        // One that becomes due meanwhile is woken twice rather than not at all.
        asleep.removeAll(mrds);
        try (Connection connection = broker.connectionFactory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            sender.send(session, mrds.stream().map(mrd -> call(mrd, now)).toList());
            sender.deliver(session);
            session.commit();
        } catch (JMSException | RuntimeException e) {
            asleep.addAll(mrds);
            throw e;
        } finally {
            sender.forget();
        }
    }

    private static Outgoing call(String mrd, Instant now) {
        return new Outgoing(
                Destination.ROUTING_ENGINE,
                new WakeUp(mrd, now),
                "wake-up-" + mrd + "-" + now.toEpochMilli(),
                mrd,
                null,
                List.of(),
                null);
    }
}

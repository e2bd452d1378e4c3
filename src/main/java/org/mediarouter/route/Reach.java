package org.mediarouter.route;

import jakarta.jms.JMSException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.activemq.artemis.jms.client.ActiveMQTopic;
import org.jspecify.annotations.Nullable;
import org.mediarouter.broker.Addresses;
import org.mediarouter.broker.Addresses.Found;
import org.mediarouter.broker.ReplyAddress;
import org.mediarouter.message.Destination;

/**
 * Where a message can be sent. Asked before sending, because a send that fails would take the whole transaction with it
 * (protocol, section 2). A temporary queue goes without notice and is asked for each time; a queue with a name stays for
 * days, and asking costs as much as sending.
 *
 * <p>The JMS destinations are kept too: Artemis' client asks the broker twice before it sends to one that it hasn't seen.
 */
final class Reach {
    private static final Set<Destination> OURS = Set.of(
            Destination.GENERAL,
            Destination.SIGN_IN,
            Destination.ROUTING_ENGINE,
            Destination.COMMUNICATION_SERVER,
            Destination.INVALID,
            Destination.DEAD_LETTERS,
            Destination.queue("ExpiryQueue"));
    private static final long TRUSTED_NANOS = 10_000_000_000L;
    private static final int REMEMBERED = 100_000;

    private final Addresses addresses;
    private final Map<Destination, Reached> reached = new ConcurrentHashMap<>();

    private record Reached(ActiveMQDestination jms, long asked) {}

    Reach(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Whether it is one of our own queues, which exist from the start. */
    static boolean ours(Destination destination) {
        return OURS.contains(destination);
    }

    /** The destination for JMS; null where nothing can be sent there. */
    @Nullable
    ActiveMQDestination find(Destination destination) throws JMSException {
        if (destination.kind() == Destination.Kind.TEMPORARY) {
            return asked(destination) == Found.NOWHERE ? null : known(destination);
        }
        Reached earlier = reached.get(destination);
        if (earlier != null && System.nanoTime() - earlier.asked() < TRUSTED_NANOS) {
            return earlier.jms();
        }
        Found found = ours(destination) ? Found.THERE : asked(destination);
        if (found == Found.NOWHERE) {
            return null;
        }
        // The first send to one that isn't there yet brings its queue into being.
        ActiveMQDestination jms = found == Found.THERE ? known(destination) : jms(destination);
        if (reached.size() >= REMEMBERED) {
            reached.clear();
        }
        reached.put(destination, new Reached(jms, System.nanoTime()));
        return jms;
    }

    private static ActiveMQDestination known(Destination destination) {
        ActiveMQDestination jms = jms(destination);
        jms.setCreated(true);
        return jms;
    }

    private static ActiveMQDestination jms(Destination destination) {
        return switch (destination.kind()) {
            case QUEUE, TEMPORARY -> new ActiveMQQueue(destination.name());
            case TOPIC -> new ActiveMQTopic(destination.name());
        };
    }

    private Found asked(Destination destination) throws JMSException {
        return addresses.find(new ReplyAddress(
                destination.name(),
                destination.kind() == Destination.Kind.TOPIC,
                destination.kind() == Destination.Kind.TEMPORARY));
    }
}

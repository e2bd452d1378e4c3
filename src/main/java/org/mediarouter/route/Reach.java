package org.mediarouter.route;

import jakarta.jms.JMSException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mediarouter.broker.Addresses;
import org.mediarouter.broker.ReplyAddress;
import org.mediarouter.message.Destination;

/**
 * Whether a client's destination can be sent to. Asked before sending, because a send that fails would take the whole
 * transaction with it (protocol, section 2). A temporary queue goes without notice and is asked for each time; a queue
 * with a name stays for days, and asking costs as much as sending.
 */
final class Reach {
    private static final long TRUSTED_NANOS = 10_000_000_000L;
    private static final int REMEMBERED = 20_000;

    private final Addresses addresses;
    private final Map<Destination, Long> reached = new ConcurrentHashMap<>();

    Reach(Addresses addresses) {
        this.addresses = addresses;
    }

    boolean reaches(Destination destination) throws JMSException {
        if (destination.kind() == Destination.Kind.TEMPORARY) {
            return asked(destination);
        }
        Long asked = reached.get(destination);
        if (asked != null && System.nanoTime() - asked < TRUSTED_NANOS) {
            return true;
        }
        boolean reaches = asked(destination);
        if (reaches) {
            if (reached.size() >= REMEMBERED) {
                reached.clear();
            }
            reached.put(destination, System.nanoTime());
        }
        return reaches;
    }

    private boolean asked(Destination destination) throws JMSException {
        return addresses.accepts(new ReplyAddress(
                destination.name(),
                destination.kind() == Destination.Kind.TOPIC,
                destination.kind() == Destination.Kind.TEMPORARY));
    }
}

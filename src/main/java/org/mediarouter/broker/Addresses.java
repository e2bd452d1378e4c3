package org.mediarouter.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** Asks the broker about its addresses, on a session of its own so that no transaction waits or fails for the question. */
public final class Addresses {

    private final ActiveMQConnection connection;
    private final ClientSession session;

    Addresses(ActiveMQConnection connection) throws JMSException {
        this.connection = connection;
        this.session = ((ActiveMQSession) connection.createSession(false, Session.AUTO_ACKNOWLEDGE)).getCoreSession();
    }

    /** What becomes of a message that is sent to a name. */
    public enum Found {
        /** It goes to a queue or topic that is there. */
        THERE,
        /** It brings one into being. */
        COMES,
        /** Nothing: a temporary queue whose client is gone, or a name that none can have. */
        NOWHERE
    }

    /**
     * Asks where a message sent to the name now would go: in the JVM some 50 µs, the longer the more addresses there are if it is no
     * queue that exists.
     *
     * @throws JMSException the broker is away
     */
    public synchronized Found find(ReplyAddress destination) throws JMSException {
        try {
            SimpleString name = SimpleString.of(destination.name());
            if (!destination.topic() && isQueue(name)) {
                return Found.THERE;
            }
            return ofAddress(session.addressQuery(name), destination.topic());
        } catch (ActiveMQException e) {
            throw failure(e);
        }
    }

    /** The broker finds a queue by its name at once; for an address it goes over all that it has. */
    private boolean isQueue(SimpleString name) throws ActiveMQException {
        ClientSession.QueueQuery queue = session.queueQuery(name);
        return queue.isExists() && name.equals(queue.getAddress()) && queue.getRoutingType() == RoutingType.ANYCAST;
    }

    private static Found ofAddress(ClientSession.AddressQuery address, boolean topic) {
        boolean right = topic ? address.isSupportsMulticast() : address.isSupportsAnycast();
        if (address.isExists() && !right) {
            return Found.NOWHERE;
        }
        if (address.isExists() && (topic || !address.getQueueNames().isEmpty())) {
            return Found.THERE;
        }
        boolean comes =
                (topic || address.isAutoCreateQueues()) && (address.isExists() || address.isAutoCreateAddresses());
        return comes ? Found.COMES : Found.NOWHERE;
    }

    /**
     * How many messages are in a queue; 0 where there is none of that name.
     *
     * @throws JMSException the broker is away
     */
    public synchronized long depth(String queue) throws JMSException {
        try {
            return session.queueQuery(SimpleString.of(queue)).getMessageCount();
        } catch (ActiveMQException e) {
            throw failure(e);
        }
    }

    private static JMSException failure(ActiveMQException e) {
        JMSException failure = new JMSException("the broker doesn't answer: " + e.getMessage());
        failure.initCause(e);
        failure.setLinkedException(e);
        return failure;
    }

    @Override
    public String toString() {
        return "Addresses of " + connection;
    }
}

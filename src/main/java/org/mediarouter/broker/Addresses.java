package org.mediarouter.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.ActiveMQException;
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

    /**
     * Whether a message sent to the name now would reach a queue or topic, or bring one into being. False for a temporary
     * queue whose client is gone: one question to the broker and the answer, in the JVM some 50 µs.
     *
     * @throws JMSException the broker is away
     */
    public synchronized boolean accepts(ReplyAddress destination) throws JMSException {
        try {
            SimpleString name = SimpleString.of(destination.name());
            ClientSession.AddressQuery address = session.addressQuery(name);
            if (destination.topic()) {
                return address.isExists() ? address.isSupportsMulticast() : address.isAutoCreateAddresses();
            }
            if (!address.isExists()) {
                return address.isAutoCreateQueues() && address.isAutoCreateAddresses();
            }
            return address.isSupportsAnycast()
                    && (address.isAutoCreateQueues() || !address.getQueueNames().isEmpty());
        } catch (ActiveMQException e) {
            throw failure(e);
        }
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

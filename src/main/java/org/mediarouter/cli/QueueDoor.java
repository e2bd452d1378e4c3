package org.mediarouter.cli;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** An operator's way to the broker's queues, over the network as the user that the nodes are. */
final class QueueDoor implements AutoCloseable {
    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session session;
    private final String who;

    private QueueDoor(ActiveMQConnectionFactory factory, Connection connection, Session session, String who) {
        this.factory = factory;
        this.connection = connection;
        this.session = session;
        this.who = who;
    }

    /** The broker doesn't let one do it; the message says why, and what would be right. */
    static final class Shut extends Exception {
        private static final long serialVersionUID = 1L;

        Shut(String message) {
            super(message);
        }
    }

    /** Connects to the broker that a node with these settings connects to, or that it embeds. */
    static QueueDoor open(Settings.Broker broker) throws Shut {
        String url = url(broker);
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, broker.user(), broker.password());
        // One message at a time, and nothing waits for a broker that is away: who called can call again.
        factory.setConsumerWindowSize(0);
        factory.setReconnectAttempts(0);
        factory.setCallTimeout(15_000);
        factory.setDeserializationDenyList("*");
        try {
            Connection connection = factory.createConnection();
            connection.start();
            return new QueueDoor(
                    factory, connection, connection.createSession(true, Session.SESSION_TRANSACTED), broker.user());
        } catch (JMSSecurityException e) {
            factory.close();
            throw new Shut(
                    "the broker at " + url + " refuses the user " + broker.user()
                            + " (mediarouter.broker.user and .password, or config/broker-users.properties, as its nodes have them)");
        } catch (JMSException e) {
            factory.close();
            throw new Shut("no broker answers at " + url
                    + " (does it run? mediarouter.broker.url, or .host and .port, say" + " where it is)");
        }
    }

    private static String url(Settings.Broker broker) {
        if (!broker.url().isEmpty()) {
            return broker.url();
        }
        String host = broker.host().equals("0.0.0.0") ? "127.0.0.1" : broker.host();
        return "tcp://" + host + ":" + broker.port();
    }

    /** For consuming and sending in one transaction. */
    Session session() {
        return session;
    }

    /** How many messages lie in the queue. */
    long depth(String queue) throws JMSException, Shut {
        return query(queue).getMessageCount();
    }

    /**
     * The messages that fit, in the order of the queue, which they stay in.
     *
     * @param most no more than so many
     */
    List<QueuedMessage> browse(String queue, Predicate<QueuedMessage> fits, int most) throws JMSException, Shut {
        depth(queue);
        List<QueuedMessage> found = new ArrayList<>();
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            for (int number = 1; found.size() < most && messages.hasMoreElements(); number++) {
                QueuedMessage one = QueuedMessage.of(number, (Message) messages.nextElement());
                if (fits.test(one)) {
                    found.add(one);
                }
            }
        } catch (JMSSecurityException e) {
            throw refused("look into", queue);
        }
        return found;
    }

    /** Whether it can be sent to: a queue, not a topic's subscription. */
    boolean takes(String queue) throws JMSException {
        ClientSession.QueueQuery query = asked(queue);
        return query.isExists() ? query.getAddress().toString().equals(queue) : query.isAutoCreateQueues();
    }

    /** The broker's refusal, in a sentence. */
    Shut refused(String what, String queue) {
        return new Shut("the broker doesn't let the user " + who + " " + what + " " + queue
                + " (its broker.xml gives that right to the role routers)");
    }

    private ClientSession.QueueQuery query(String queue) throws JMSException, Shut {
        ClientSession.QueueQuery query = asked(queue);
        if (!query.isExists()) {
            throw new Shut(
                    "the broker has no queue " + queue + " (there are Invalid, DLQ, ExpiryQueue, General, SignIn, "
                            + "RoutingEngine, CommunicationServer, ChatServer and Agent.<AgentId>; capitals count)");
        }
        return query;
    }

    private ClientSession.QueueQuery asked(String queue) throws JMSException {
        try {
            return ((ActiveMQSession) session).getCoreSession().queueQuery(SimpleString.of(queue));
        } catch (ActiveMQException e) {
            JMSException failure = new JMSException(e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        factory.close();
    }
}

package org.mediarouter.blackbox;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Takes everything from a queue and remembers nothing of it but the correlation ids. */
final class Listening implements AutoCloseable {
    private final Connection connection;
    private final Set<String> correlations;
    private long last = System.nanoTime();

    private Listening(Connection connection, Set<String> correlations) {
        this.connection = connection;
        this.correlations = correlations;
    }

    static Listening at(NodeFixture node, String user, String queue, Set<String> correlations) throws JMSException {
        Connection connection = new ActiveMQConnectionFactory(node.url(), user, user).createConnection();
        Listening listening = new Listening(connection, correlations);
        Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
        session.createConsumer(session.createQueue(queue)).setMessageListener(listening::heard);
        connection.start();
        return listening;
    }

    private synchronized void heard(Message message) {
        try {
            correlations.add(String.valueOf(message.getJMSCorrelationID()));
        } catch (JMSException e) {
            correlations.add("unreadable " + e.getMessage());
        }
        last = System.nanoTime();
        notifyAll();
    }

    /** Whether messages with so many correlation ids have come within this time. */
    synchronized boolean reaches(int count, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (correlations.size() < count && System.nanoTime() < end) {
            wait(100);
        }
        return correlations.size() >= count;
    }

    /** Returns when nothing has come for so long. */
    synchronized void reachesSilence(Duration silence) throws InterruptedException {
        while (System.nanoTime() - last < silence.toNanos()) {
            wait(50);
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}

package org.mediarouter.blackbox;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/** Who may see everything: the user media-router. */
final class Operator implements AutoCloseable {
    private final Connection connection;
    private final List<Session> sessions = new ArrayList<>();

    Operator(Connection connection) {
        this.connection = connection;
    }

    private Session session() throws JMSException {
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        sessions.add(session);
        return session;
    }

    /** What C tells M from now on, for commands of that Chat Server. */
    Inbox toTheEngine(Chat chat) throws JMSException {
        return tap("Tap.RoutingEngine", chat.tapped());
    }

    /** What M tells C from now on, for commands of that Chat Server. */
    Inbox fromTheEngine(Chat chat) throws JMSException {
        return tap("Tap.CommunicationServer", chat.tapped());
    }

    private Inbox tap(String queue, Chat chat) throws JMSException {
        Inbox inbox = new Inbox(queue, false);
        Session session = session();
        session.createConsumer(session.createQueue(queue), "JMSCorrelationID LIKE 'tap-" + chat.name() + "-%'")
                .setMessageListener(inbox);
        return inbox;
    }

    /** What lies in a queue, left there. */
    List<Told> inQueue(String queue) throws JMSException {
        List<Told> found = new ArrayList<>();
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            while (messages.hasMoreElements()) {
                found.add(Told.of(queue, (Message) messages.nextElement()));
            }
        }
        return found;
    }

    /** Takes the message with that correlation id out of a queue; fails when none comes. */
    Told take(String queue, String correlation) throws JMSException {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(
                        session.createQueue(queue), "JMSCorrelationID = '" + correlation + "'")) {
            Message message = consumer.receive(Inbox.PATIENCE.toMillis());
            if (message == null) {
                throw new AssertionError("nothing with the correlation id " + correlation + " came to " + queue);
            }
            return Told.of(queue, message);
        }
    }

    /** Takes everything out of a queue. */
    List<Told> empty(String queue, Duration untilNothingFor) throws JMSException {
        List<Told> taken = new ArrayList<>();
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            Queue from = session.createQueue(queue);
            try (MessageConsumer consumer = session.createConsumer(from)) {
                for (Message message = consumer.receive(untilNothingFor.toMillis());
                        message != null;
                        message = consumer.receive(untilNothingFor.toMillis())) {
                    taken.add(Told.of(queue, message));
                }
            }
        }
        return taken;
    }

    @Override
    public void close() throws JMSException {
        for (Session session : sessions) {
            session.close();
        }
    }
}

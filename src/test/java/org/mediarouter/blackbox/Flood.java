package org.mediarouter.blackbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * One producer who waits for no answer. In haste he doesn't even wait for the broker to have each message; closing waits
 * for all of them.
 */
final class Flood implements AutoCloseable {
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final Queue replyTo;
    private int open;

    Flood(NodeFixture node, String replyTo, boolean inHaste) throws JMSException {
        connection = new ActiveMQConnectionFactory(node.url(), NodeFixture.CHAT, NodeFixture.CHAT).createConnection();
        connection.start();
        session = inHaste
                ? connection.createSession(true, Session.SESSION_TRANSACTED)
                : connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        producer = session.createProducer(session.createQueue("General"));
        this.replyTo = session.createQueue(replyTo);
    }

    Session session() {
        return session;
    }

    void send(String type, String correlation, ObjectNode body) throws JMSException {
        TextMessage message = session.createTextMessage(body.toString());
        message.setJMSType(type);
        send(message, correlation);
    }

    void send(Message message, String correlation) throws JMSException {
        message.setJMSCorrelationID(correlation);
        message.setJMSReplyTo(replyTo);
        producer.send(message);
        if (++open % 500 == 0) {
            flush();
        }
    }

    /** Everything sent so far is in the broker. */
    void flush() throws JMSException {
        if (session.getTransacted()) {
            session.commit();
        }
    }

    @Override
    public void close() throws JMSException {
        flush();
        connection.close();
    }
}

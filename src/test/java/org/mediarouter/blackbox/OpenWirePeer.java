package org.mediarouter.blackbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** OpenWire by ActiveMQ Classic's client, which speaks the older javax.jms. */
final class OpenWirePeer implements Peer {
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final MessageConsumer consumer;
    private final Queue own;

    OpenWirePeer(String url, String user, String queue) throws JMSException {
        connection = new ActiveMQConnectionFactory(user, user, url).createConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        own = session.createQueue(queue);
        consumer = session.createConsumer(own);
        producer = session.createProducer(session.createQueue("General"));
    }

    @Override
    public void send(String type, String correlation, ObjectNode body) throws JMSException {
        TextMessage message = session.createTextMessage(body.toString());
        message.setJMSType(type);
        message.setJMSCorrelationID(correlation);
        message.setJMSReplyTo(own);
        producer.send(message);
    }

    @Override
    public @Nullable Heard hear(Duration wait) throws JMSException {
        Message message = consumer.receive(wait.toMillis());
        return message == null
                ? null
                : new Heard(
                        message.getJMSType(),
                        message.getJMSCorrelationID(),
                        message.getStringProperty("Category"),
                        message.getStringProperty("AgentId"),
                        message.getStringProperty("TaskId"),
                        text(message));
    }

    private static String text(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            byte[] content = new byte[(int) bytes.getBodyLength()];
            bytes.readBytes(content);
            return new String(content, StandardCharsets.UTF_8);
        }
        return ((TextMessage) message).getText();
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}

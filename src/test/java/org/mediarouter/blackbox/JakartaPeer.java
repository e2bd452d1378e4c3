package org.mediarouter.blackbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** CORE by Artemis' client, AMQP by Qpid's. */
final class JakartaPeer implements Peer {
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final MessageConsumer consumer;
    private final Queue own;

    JakartaPeer(ConnectionFactory factory, String queue, boolean withMessageIds) throws JMSException {
        connection = factory.createConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        own = session.createQueue(queue);
        consumer = session.createConsumer(own);
        producer = session.createProducer(session.createQueue("General"));
        producer.setDisableMessageID(!withMessageIds);
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
        return message instanceof BytesMessage bytes
                ? new String(bytes.getBody(byte[].class), StandardCharsets.UTF_8)
                : message.getBody(String.class);
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}

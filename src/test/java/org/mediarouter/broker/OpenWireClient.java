package org.mediarouter.broker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.Destination;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.QueueBrowser;
import javax.jms.Session;
import javax.jms.TemporaryQueue;
import javax.jms.TextMessage;
import org.jspecify.annotations.Nullable;

/** OpenWire by ActiveMQ Classic: the same words in the older package. */
final class OpenWireClient implements ForeignClient {

    private final Connection connection;
    private final Session session;
    private @Nullable MessageConsumer consumer;
    private @Nullable TemporaryQueue temporary;

    OpenWireClient(ConnectionFactory factory) throws JMSException {
        connection = factory.createConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    @Override
    public void send(String queue, Map<String, String> headers, String body) throws JMSException {
        TextMessage message = session.createTextMessage(body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            switch (header.getKey()) {
                case "type" -> message.setJMSType(header.getValue());
                case "correlation-id" -> message.setJMSCorrelationID(header.getValue());
                case "reply-to" -> message.setJMSReplyTo(replyTo(header.getValue()));
                default -> message.setStringProperty(header.getKey(), header.getValue());
            }
        }
        MessageProducer producer = session.createProducer(session.createQueue(queue));
        producer.send(message);
        producer.close();
    }

    private Destination replyTo(String name) throws JMSException {
        return temporary != null && name.equals(temporary.getQueueName()) ? temporary : session.createQueue(name);
    }

    @Override
    public void consume(String destination) throws JMSException {
        consumer = session.createConsumer(
                destination.startsWith("topic://")
                        ? session.createTopic(destination.substring("topic://".length()))
                        : session.createQueue(destination));
    }

    @Override
    public void browse(String queue) throws JMSException {
        QueueBrowser browser = session.createBrowser(session.createQueue(queue));
        browser.getEnumeration().hasMoreElements();
        browser.close();
    }

    @Override
    public @Nullable Received receive(Duration wait) throws JMSException {
        Message message = consumer == null ? null : consumer.receive(wait.toMillis());
        return message == null
                ? null
                : new Received(
                        message.getJMSType(),
                        message.getJMSCorrelationID(),
                        body(message),
                        message.getStringProperty("Category"));
    }

    private static String body(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            byte[] content = new byte[(int) bytes.getBodyLength()];
            bytes.readBytes(content);
            return new String(content, StandardCharsets.UTF_8);
        }
        return ((TextMessage) message).getText();
    }

    @Override
    public String temporaryQueue() throws JMSException {
        TemporaryQueue made = session.createTemporaryQueue();
        temporary = made;
        consumer = session.createConsumer(made);
        return made.getQueueName();
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}

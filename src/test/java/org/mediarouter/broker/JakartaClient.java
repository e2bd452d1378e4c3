package org.mediarouter.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CORE by Artemis' own client, AMQP by Qpid's. */
final class JakartaClient implements ForeignClient {

    private final Connection connection;
    private final Session session;
    private @Nullable MessageConsumer consumer;
    private @Nullable TemporaryQueue temporary;

    JakartaClient(ConnectionFactory factory) throws JMSException {
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
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.send(message);
        }
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
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            browser.getEnumeration().hasMoreElements();
        }
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
        return message instanceof BytesMessage bytes
                ? new String(bytes.getBody(byte[].class), StandardCharsets.UTF_8)
                : message.getBody(String.class);
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

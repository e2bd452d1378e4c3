package org.mediarouter.bench;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A Chat Server's connection: durable sends, and what it hears. */
final class Peer implements AutoCloseable {
    /**
     * How many bytes are heard before they are acknowledged. By default it is 1 MiB a consumer: fifty of them would keep so many
     * messages in the broker that it writes pages to the disk all the time, which no Chat Server does to it.
     */
    private static final int ACKNOWLEDGED_TOGETHER = 16 * 1024;

    private static final int HEARD_TOGETHER = 500;

    private final Connection connection;
    private final String url;
    private final String user;
    private final int acknowledgedTogether;

    Peer(String url, String user) throws JMSException {
        this(url, user, ACKNOWLEDGED_TOGETHER);
    }

    /** @param acknowledgedTogether bytes that each consumer hears before it acknowledges them */
    Peer(String url, String user, int acknowledgedTogether) throws JMSException {
        this.url = url;
        this.user = user;
        this.acknowledgedTogether = acknowledgedTogether;
        connection = new ActiveMQConnectionFactory(url + "?dupsOKBatchSize=" + acknowledgedTogether)
                .createConnection(user, user);
        connection.start();
    }

    /** The same with a connection of its own. */
    Peer another() throws JMSException {
        return new Peer(url, user, acknowledgedTogether);
    }

    /** One producer of one queue. */
    final class Producer implements AutoCloseable {
        private final Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        private final MessageProducer producer;

        private Producer(String queue) throws JMSException {
            producer = session.createProducer(session.createQueue(queue));
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
        }

        void send(String type, String body, @Nullable String replyTo) throws JMSException {
            TextMessage message = session.createTextMessage(body);
            message.setJMSType(type);
            if (replyTo != null) {
                message.setJMSReplyTo(session.createQueue(replyTo));
            }
            producer.send(message);
        }

        @Override
        public void close() throws JMSException {
            session.close();
        }
    }

    Producer producer(String queue) throws JMSException {
        return new Producer(queue);
    }

    /** Hears a queue, each message once, as fast as it comes. */
    void hear(String queue, Consumer<Message> listener) throws JMSException {
        Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
        consumer.setMessageListener(listener::accept);
    }

    /** The same for many queues, some hundreds with one thread: the listener is told the queue. */
    void hear(List<String> queues, BiConsumer<String, Message> listener) throws JMSException {
        for (int from = 0; from < queues.size(); from += HEARD_TOGETHER) {
            Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
            for (String queue : queues.subList(from, Math.min(queues.size(), from + HEARD_TOGETHER))) {
                session.createConsumer(session.createQueue(queue))
                        .setMessageListener(message -> listener.accept(queue, message));
            }
        }
    }

    static String text(Message message) {
        try {
            return ((TextMessage) message).getText();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    static String type(Message message) {
        try {
            return message.getJMSType();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}

package org.mediarouter.bench;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mediarouter.broker.BrokerConnection;
import org.mediarouter.broker.BrokerSettings;
import org.mediarouter.broker.EmbeddedBroker;

/**
 * The limit: a broker with our settings, and beside it, in its JVM, a consumer that takes one message and sends it on in one
 * transaction, with nothing between.
 */
final class BareRelay implements AutoCloseable {
    private final Scratch data = Scratch.of("bare-relay");
    private final EmbeddedBroker broker;
    private final BrokerConnection link;
    private final List<Connection> connections = new ArrayList<>();

    BareRelay(Path home) throws IOException, JMSException {
        Path config = home.resolve("config");
        broker = EmbeddedBroker.start(new BrokerSettings(
                config.resolve("broker.xml"),
                config.resolve("broker-users.properties"),
                config.resolve("broker-roles.properties"),
                data.path(),
                "127.0.0.1",
                0,
                false));
        link = BrokerConnection.open(broker.url(), "media-router", "media-router");
    }

    String url() {
        return "tcp://127.0.0.1:" + broker.port();
    }

    /** From a queue to others: consuming one and sending all is one transaction. */
    void relay(String from, String... to) throws JMSException {
        Connection connection = link.connectionFactory().createConnection();
        connections.add(connection);
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer consumer = session.createConsumer(session.createQueue(from));
        List<MessageProducer> producers = new ArrayList<>();
        for (String queue : to) {
            MessageProducer producer = session.createProducer(session.createQueue(queue));
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            producers.add(producer);
        }
        connection.start();
        Thread thread = new Thread(() -> run(session, consumer, producers), "relay-" + from);
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(Session session, MessageConsumer consumer, List<MessageProducer> producers) {
        try {
            for (Message in = consumer.receive(); in != null; in = consumer.receive()) {
                String text = Peer.text(in);
                for (MessageProducer producer : producers) {
                    Message out = session.createTextMessage(text);
                    out.setJMSType(in.getJMSType());
                    out.setJMSCorrelationID(in.getJMSMessageID());
                    producer.send(out);
                }
                session.commit();
            }
        } catch (JMSException e) {
            // The broker is being closed: the relay ends with it.
        }
    }

    @Override
    public void close() throws JMSException, IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        link.close();
        broker.close();
        data.close();
    }
}

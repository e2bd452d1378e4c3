package org.mediarouter.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A real broker with the shipped configuration on a free port, its data in a directory of its own that goes with it. */
public final class BrokerFixture implements AutoCloseable {

    /** The shipped users; their passwords are their names. */
    public static final String ROUTER = "media-router";

    public static final String CHAT = "chat-server";

    private Path directory;
    private EmbeddedBroker broker;
    private @Nullable BrokerConnection connection;

    private BrokerFixture(Path directory) {
        this.directory = directory;
        this.broker = EmbeddedBroker.start(settings(0));
    }

    public static BrokerFixture start() throws IOException {
        return new BrokerFixture(Files.createTempDirectory("broker"));
    }

    private BrokerSettings settings(int port) {
        return new BrokerSettings(
                Path.of("config/broker.xml"),
                Path.of("config/broker-users.properties"),
                Path.of("config/broker-roles.properties"),
                directory,
                "127.0.0.1",
                port,
                false);
    }

    public EmbeddedBroker broker() {
        return broker;
    }

    /** The node's connection, within the JVM; opened at first use, and again after a restart. */
    public synchronized BrokerConnection connection() throws JMSException {
        if (connection == null) {
            connection = BrokerConnection.open(broker.url(), ROUTER, ROUTER);
        }
        return connection;
    }

    /** The URL of the port for CORE clients. */
    public String tcp() {
        return "tcp://127.0.0.1:" + broker.port();
    }

    public ConnectionFactory core(String user) {
        return new ActiveMQConnectionFactory(tcp(), user, user);
    }

    public ConnectionFactory amqp(String user) {
        return new JmsConnectionFactory(user, user, "amqp://127.0.0.1:" + broker.port());
    }

    /** ActiveMQ Classic's client; it speaks the older javax.jms. */
    public javax.jms.ConnectionFactory openWire(String user) {
        return new org.apache.activemq.ActiveMQConnectionFactory(user, user, tcp());
    }

    public StompClient stomp(String user) throws IOException {
        return new StompClient("127.0.0.1", broker.port(), user, user);
    }

    /** Stops it in order and starts it on the same data and port. */
    public void restart() throws JMSException {
        int port = broker.port();
        disconnect();
        broker.close();
        broker = EmbeddedBroker.start(settings(port));
    }

    /** Stops it and starts an empty one on the same port. */
    public void replaceData() throws IOException {
        int port = broker.port();
        disconnect();
        broker.close();
        delete(directory);
        broker = EmbeddedBroker.start(settings(port));
    }

    /**
     * Starts it on the files as they are at this moment, on another port: what it would find had its process been killed
     * now. Nothing that the old one does in its orderly end gets there.
     */
    public void crash() throws IOException {
        Path found = Files.createTempDirectory("broker");
        copyOf(directory, found);
        EmbeddedBroker killed = broker;
        disconnect();
        killed.close();
        delete(directory);
        directory = found;
        broker = EmbeddedBroker.start(settings(0));
    }

    private static void copyOf(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }

    private synchronized void disconnect() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    @Override
    public void close() throws IOException {
        disconnect();
        broker.close();
        delete(directory);
    }
}

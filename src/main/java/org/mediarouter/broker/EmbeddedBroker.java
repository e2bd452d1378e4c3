package org.mediarouter.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.jspecify.annotations.Nullable;

/**
 * Apache Artemis inside this process: CORE, OpenWire, AMQP and STOMP on one port, and a way in for the node itself that
 * needs no socket. Several can live in one JVM.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final AtomicInteger NEXT_ID = new AtomicInteger(1);
    private static final String CLIENTS = "clients";

    private final ActiveMQServer server;
    private final int id;
    private final DataLock lock;

    private EmbeddedBroker(ActiveMQServer server, int id, DataLock lock) {
        this.server = server;
        this.id = id;
        this.lock = lock;
    }

    /**
     * Starts it and returns when it takes connections.
     *
     * @throws BrokerStartException the configuration can't be read, the port is taken, another broker
     *     has the data directory
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        int id = NEXT_ID.getAndIncrement();
        DataLock lock = DataLock.take(settings.data());
        try {
            ActiveMQServer server = new ActiveMQServerImpl(
                    configuration(settings, id),
                    new ActiveMQJAASSecurityManager("media-router", new FileUsers(settings.users(), settings.roles())));
            server.registerBrokerPlugin(new MessageSizeLimit());
            server.registerBrokerPlugin(new AmqpSender());
            return started(server, id, settings, lock);
        } catch (BrokerStartException e) {
            lock.release();
            throw e;
        } catch (Exception e) {
            lock.release();
            throw new BrokerStartException("the broker can't start: " + e.getMessage(), e);
        }
    }

    private static EmbeddedBroker started(ActiveMQServer server, int id, BrokerSettings settings, DataLock lock)
            throws Exception {
        server.start();
        EmbeddedBroker broker = new EmbeddedBroker(server, id, lock);
        // A server that failed to start only logs that: who called must hear of it.
        if (!server.isActive() || broker.acceptor() == null) {
            broker.close();
            throw new BrokerStartException(
                    "the broker can't take connections on " + settings.host() + ":" + settings.port(), null);
        }
        return broker;
    }

    private static Configuration configuration(BrokerSettings settings, int id) throws Exception {
        Configuration configuration;
        try (InputStream in = Files.newInputStream(settings.configuration())) {
            configuration = new FileConfigurationParser().parseMainConfig(in);
        } catch (IOException e) {
            throw new BrokerStartException("no broker configuration in " + settings.configuration(), e);
        }
        Path data = settings.data().toAbsolutePath();
        configuration
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setJournalDirectory(data.resolve("journal").toString())
                .setLargeMessagesDirectory(data.resolve("large-messages").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                // Artemis' own default is known to everybody.
                .setClusterPassword(UUID.randomUUID().toString());
        if (!settings.watchDisk()) {
            configuration.setMaxDiskUsage(-1);
        }
        configuration.getAcceptorConfigurations().stream()
                .filter(acceptor -> acceptor.getName().equals(CLIENTS))
                .findFirst()
                .orElseThrow(() ->
                        new BrokerStartException(settings.configuration() + " has no acceptor named " + CLIENTS, null))
                .getParams()
                .putAll(Map.of(
                        TransportConstants.HOST_PROP_NAME, settings.host(),
                        TransportConstants.PORT_PROP_NAME, settings.port()));
        configuration.addAcceptorConfiguration(
                new TransportConfiguration(InVMAcceptorFactory.class.getName(), Map.of("serverId", id), "node"));
        return configuration;
    }

    private @Nullable NettyAcceptor acceptor() {
        return server.getRemotingService() != null
                        && server.getRemotingService().getAcceptor(CLIENTS) instanceof NettyAcceptor acceptor
                        && acceptor.isStarted()
                ? acceptor
                : null;
    }

    /** The URL for this node's own connections: they stay in the JVM. */
    public String url() {
        return "vm://" + id;
    }

    /** The port that clients connect to. */
    public int port() {
        NettyAcceptor acceptor = acceptor();
        if (acceptor == null) {
            throw new IllegalStateException("the broker is stopped");
        }
        return acceptor.getActualPort();
    }

    /** Whether it takes and delivers messages; false also after a failure of its disk. */
    public boolean isRunning() {
        return server.isActive() && server.isStarted();
    }

    ActiveMQServer server() {
        return server;
    }

    /** Stops it in order: what was committed is in the journal. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop in order: " + e.getMessage(), e);
        } finally {
            lock.release();
        }
    }
}

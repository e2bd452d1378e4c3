package org.mediarouter.broker;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
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

    private final ActiveMQServer server;
    private final int id;
    private final BrokerThreads threads;
    private final DataLock lock;

    private EmbeddedBroker(ActiveMQServer server, int id, BrokerThreads threads, DataLock lock) {
        this.server = server;
        this.id = id;
        this.threads = threads;
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
            Configuration configuration = BrokerFile.configuration(settings, id);
            ActiveMQServer server = new ActiveMQServerImpl(
                    configuration,
                    new ActiveMQJAASSecurityManager("media-router", new FileUsers(settings.users(), settings.roles())));
            server.registerBrokerPlugin(new MessageSizeLimit());
            server.registerBrokerPlugin(new AmqpSender());
            BrokerThreads threads = new BrokerThreads(configuration, server.getServiceRegistry());
            return started(new EmbeddedBroker(server, id, threads, lock), settings);
        } catch (BrokerStartException e) {
            lock.release();
            throw e;
        } catch (Exception e) {
            lock.release();
            throw new BrokerStartException("the broker can't start: " + e.getMessage(), e);
        }
    }

    private static EmbeddedBroker started(EmbeddedBroker broker, BrokerSettings settings) throws Exception {
        try {
            broker.server.start();
        } catch (Exception e) {
            broker.threads.close();
            throw e;
        }
        // A server that failed to start only logs that: who called must hear of it.
        if (!broker.server.isActive() || broker.acceptor() == null) {
            broker.close();
            throw new BrokerStartException(
                    "the broker can't take connections on " + settings.host() + ":" + settings.port(), null);
        }
        return broker;
    }

    private @Nullable NettyAcceptor acceptor() {
        return server.getRemotingService() != null
                        && server.getRemotingService().getAcceptor(BrokerFile.CLIENTS) instanceof NettyAcceptor acceptor
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
            threads.close();
            lock.release();
        }
    }
}

package org.mediarouter.broker;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ServiceRegistry;
import org.apache.activemq.artemis.utils.ActiveMQThreadFactory;
import org.apache.activemq.artemis.utils.ActiveMQThreadPoolExecutor;

/** The threads of an embedded broker: those that Artemis would have, but for what {@link InCaller} spares them. */
final class BrokerThreads implements AutoCloseable {
    private static final long IDLE_SECONDS = 60;
    private static final long END_SECONDS = 10;

    private final ExecutorService general;

    /**
     * For a broker that has not been started.
     *
     * @param configuration says how many there may be ({@code thread-pool-max-size})
     */
    BrokerThreads(Configuration configuration, ServiceRegistry registry) {
        int most = configuration.getThreadPoolMaxSize();
        general = new ActiveMQThreadPoolExecutor(
                0, most < 0 ? Integer.MAX_VALUE : most, IDLE_SECONDS, TimeUnit.SECONDS, named(configuration.getName()));
        registry.setExecutorService(InCaller.forOwnPackets(general));
        // The broker ends these itself.
        registry.setIOExecutorService(
                InCaller.forJournal(Executors.newCachedThreadPool(named("io-" + configuration.getName()))));
    }

    private static ThreadFactory named(String group) {
        return new ActiveMQThreadFactory(group, false, BrokerThreads.class.getClassLoader());
    }

    /** After the broker has stopped: what is still to be done is done, unless that takes long. */
    @Override
    public void close() {
        general.shutdown();
        try {
            if (general.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        general.shutdownNow();
    }
}

package org.mediarouter.route;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the consumers of this node while something of ours is away, so that the messages wait in the broker or go to a
 * node that reaches it, and starts them when it is back.
 */
public final class ConsumerPause {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerPause.class);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(500);

    private final Supplier<CamelContext> context;
    private final Outages outages;
    private final Patience patience;
    private final Runnable probe;
    private final AtomicBoolean paused = new AtomicBoolean();

    /**
     * For one node.
     *
     * @param context is asked for when there is something to stop
     * @param probe asks what may be away; it throws when it doesn't answer
     */
    public ConsumerPause(Supplier<CamelContext> context, Outages outages, Patience patience, Runnable probe) {
        this.context = context;
        this.outages = outages;
        this.patience = patience;
        this.probe = probe;
    }

    /** Whether the consumers are stopped. */
    public boolean paused() {
        return paused.get();
    }

    /** Stops them, unless that has been done; returns at once. */
    public void begin() {
        if (paused.compareAndSet(false, true)) {
            Thread thread = new Thread(this::run, "consumer-pause");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Does something while no messages are taken: what is in hand is finished before. What was stopped, and is still there, is
     * started afterwards.
     *
     * @return false where the consumers are stopped already: nothing has been done
     */
    boolean during(Runnable work) {
        if (!paused.compareAndSet(false, true)) {
            return false;
        }
        CamelContext camel = context.get();
        try {
            List<String> stopped = Listening.routes(camel).stream()
                    .filter(route -> camel.getRouteController().getRouteStatus(route) == ServiceStatus.Started)
                    .toList();
            stop(camel, stopped);
            try {
                work.run();
            } finally {
                start(camel, stopped);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the consumers could not be stopped and started", e);
        } finally {
            paused.set(false);
        }
        return true;
    }

    private static void stop(CamelContext camel, List<String> routes) throws Exception {
        Listening.cease(camel);
        for (String route : routes) {
            camel.getRouteController().stopRoute(route, 10, TimeUnit.SECONDS);
        }
    }

    private static void start(CamelContext camel, List<String> routes) throws Exception {
        for (String route : routes) {
            if (camel.getRoute(route) != null) {
                camel.getRouteController().startRoute(route);
            }
        }
    }

    private void run() {
        CamelContext camel = context.get();
        List<String> routes = Listening.routes(camel);
        LOG.warn("takes no messages while something is away");
        try {
            stop(camel, routes);
            while (!answers()) {
                if (patience.stoppedWithin(BETWEEN_PROBES)) {
                    return;
                }
            }
            outages.over();
            start(camel, routes);
            LOG.info("takes messages again");
        } catch (Exception e) {
            LOG.error("the consumers could not be stopped and started", e);
        } finally {
            paused.set(false);
        }
    }

    private boolean answers() {
        try {
            probe.run();
            return true;
        } catch (RuntimeException e) {
            outages.away(String.valueOf(e.getMessage()));
            return false;
        }
    }
}

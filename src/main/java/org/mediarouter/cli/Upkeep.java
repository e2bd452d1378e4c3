package org.mediarouter.cli;

import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.mediarouter.cluster.ClusterNode;
import org.mediarouter.engine.Engine;
import org.mediarouter.route.Waking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node does beside the messages, again and again; what fails once is done the next time. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final long FIGURES_EVERY_MS = 250;
    private static final long FORGETS_EVERY_MINUTES = 10;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "queue-figures");
        made.setDaemon(true);
        return made;
    });
    private final Waking waking;
    private final Clock clock;

    private Upkeep(Waking waking, Clock clock) {
        this.waking = waking;
        this.clock = clock;
    }

    /**
     * Begins.
     *
     * @param keep how long a CLOSED task stays in the database
     */
    static Upkeep begin(Parts parts, Engine engine, Waking waking, ClusterNode cluster, Duration keep, Clock clock) {
        Upkeep upkeep = new Upkeep(waking, clock);
        upkeep.thread.scheduleWithFixedDelay(
                () -> {
                    upkeep.wake();
                    upkeep.publish(engine);
                },
                FIGURES_EVERY_MS,
                FIGURES_EVERY_MS,
                TimeUnit.MILLISECONDS);
        upkeep.thread.scheduleWithFixedDelay(
                () -> upkeep.forget(cluster, keep), 1, FORGETS_EVERY_MINUTES, TimeUnit.MINUTES);
        parts.closing(upkeep.thread::shutdownNow);
        return upkeep;
    }

    /** For what else has to be done now and then. */
    ScheduledExecutorService thread() {
        return thread;
    }

    /** Wakes the MRDs that are due, as soon as may be. */
    void wakeSoon() {
        thread.execute(this::wake);
    }

    private void wake() {
        try {
            waking.wake(clock.instant());
        } catch (JMSException | RuntimeException e) {
            LOG.debug("MRDs could not be woken; they will be", e);
        }
    }

    private void publish(Engine engine) {
        try {
            engine.publishFigures(clock.instant());
        } catch (RuntimeException e) {
            LOG.debug("figures could not be published", e);
        }
    }

    private void forget(ClusterNode cluster, Duration keep) {
        try {
            cluster.forget(clock.instant(), keep);
        } catch (RuntimeException e) {
            LOG.debug("what is old could not be deleted; it will be", e);
        }
    }
}

package org.mediarouter.route;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What of ours is away, for all who ask: store, cluster, broker. */
public final class Outages {
    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    private final Clock clock;
    private volatile @Nullable Outage current;

    /**
     * Something that doesn't answer.
     *
     * @param what one sentence for the operator
     */
    public record Outage(String what, Instant since) {}

    public Outages(Clock clock) {
        this.clock = clock;
    }

    /** Notes that something doesn't answer; the first one noted stays until {@link #over}. */
    public synchronized void away(String what) {
        if (current == null) {
            current = new Outage(what, clock.instant());
            LOG.warn("away: {}", what);
        }
    }

    /** Notes that everything answers again. */
    public void over() {
        if (current != null) {
            end();
        }
    }

    private synchronized void end() {
        if (current != null) {
            LOG.info("back: {}", current.what());
            current = null;
        }
    }

    public Optional<Outage> current() {
        return Optional.ofNullable(current);
    }
}

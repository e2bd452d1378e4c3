package org.mediarouter.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.mediarouter.cluster.RouteRevisions;
import org.mediarouter.route.RouteDeployer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells metrics and the other nodes which routes this one runs. */
final class RouteFigures {
    private static final Logger LOG = LoggerFactory.getLogger(RouteFigures.class);
    private static final long EVERY_SECONDS = 1;

    private final RouteDeployer routes;
    private final RouteRevisions revisions;
    private String shown = "";

    RouteFigures(RouteDeployer routes, RouteRevisions revisions) {
        this.routes = routes;
        this.revisions = revisions;
    }

    void follow(MeterRegistry meters, ScheduledExecutorService background) {
        meters.gauge(
                "mediarouter.routes.mistakes",
                routes,
                from -> from.status().refused().size());
        MultiGauge revision = MultiGauge.builder("mediarouter.routes.revision").register(meters);
        background.scheduleWithFixedDelay(() -> tell(revision), 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void tell(MultiGauge gauge) {
        String name = routes.status().revision();
        if (!name.equals(shown)) {
            // Only then: for a moment there is none.
            gauge.register(List.of(MultiGauge.Row.of(Tags.of("revision", name), 1)), true);
            shown = name;
        }
        try {
            revisions.tell(name);
        } catch (RuntimeException e) {
            LOG.debug("the other nodes could not be told the revision; they will be", e);
        }
    }
}

package org.mediarouter.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.mediarouter.cluster.RouteRevisions;
import org.mediarouter.message.Unavailable;
import org.mediarouter.route.RouteDeployer;

/** Tells metrics and the other nodes which routes this one runs. */
final class RouteFigures {
    private static final long EVERY_SECONDS = 1;

    private final RouteDeployer routes;
    private final RouteRevisions revisions;

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
        gauge.register(List.of(MultiGauge.Row.of(Tags.of("revision", name), 1)), true);
        try {
            revisions.tell(name);
        } catch (Unavailable e) {
            // It is told again in a second.
        }
    }
}

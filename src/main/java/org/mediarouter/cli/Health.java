package org.mediarouter.cli;

import java.util.Map;
import java.util.Set;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.spi.RouteController;
import org.jspecify.annotations.Nullable;
import org.mediarouter.broker.BrokerConnection;
import org.mediarouter.broker.EmbeddedBroker;
import org.mediarouter.cluster.ClusterNode;
import org.mediarouter.message.Unavailable;
import org.mediarouter.route.ConsumerPause;
import org.mediarouter.route.Outages;
import org.mediarouter.route.RouteDeployer;
import org.mediarouter.route.RouteMistake;

/** Whether the node takes messages; if not, why. Readiness, not liveness: to start it again would not help. */
final class Health extends AbstractHealthCheck {
    private final Outages outages;
    private final ConsumerPause pause;
    private final ClusterNode cluster;
    private final RouteDeployer routes;
    private final BrokerConnection connection;
    private final @Nullable EmbeddedBroker broker;
    private final @Nullable FinesseFigures finesse;
    private final @Nullable UmmSync umm;

    Health(
            Outages outages,
            ConsumerPause pause,
            ClusterNode cluster,
            RouteDeployer routes,
            BrokerConnection connection,
            @Nullable EmbeddedBroker broker,
            @Nullable FinesseFigures finesse,
            @Nullable UmmSync umm) {
        super("mediarouter", "node");
        this.outages = outages;
        this.pause = pause;
        this.cluster = cluster;
        this.routes = routes;
        this.connection = connection;
        this.broker = broker;
        this.finesse = finesse;
        this.umm = umm;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    /** A consumer that doesn't run; null where all do. */
    private @Nullable String stopped() {
        RouteController controller = getCamelContext().getRouteController();
        return getCamelContext().getRoutes().stream()
                .filter(route -> route.getEndpoint().getEndpointUri().startsWith("jms:"))
                .map(Route::getRouteId)
                .filter(id -> controller.getRouteStatus(id) != ServiceStatus.Started)
                .findFirst()
                .orElse(null);
    }

    /** A node with an old revision works; that it is not the one in the files, somebody must see. */
    private void routes(HealthCheckResultBuilder builder) {
        RouteDeployer.Status status = routes.status();
        builder.detail("routes.revision", status.revision());
        if (!status.refused().isEmpty()) {
            RouteMistake first = status.refused().get(0);
            String refused = first.file() + ":" + first.line() + ": " + first.message();
            builder.detail("routes.refused", refused).message("routes refused: " + refused);
        }
        if (cluster.running()) {
            try {
                Map<String, String> all = cluster.routeRevisions().all();
                if (Set.copyOf(all.values()).size() > 1) {
                    builder.detail("routes.differ", all.toString()).message("the nodes' routes differ: " + all);
                }
            } catch (Unavailable e) {
                builder.detail("routes.differ", "the cluster can't be asked");
            }
        }
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("cluster.members", cluster.members());
        builder.detail("takes.messages", !pause.paused());
        routes(builder);
        if (finesse != null) {
            finesse.detail(builder);
        }
        if (umm != null) {
            umm.detail(builder);
        }
        if (broker != null && !broker.isRunning()) {
            builder.message("the broker is not running").down();
        } else if (connection.broken()) {
            builder.message("the broker can't be reached").down();
        } else if (!cluster.running()) {
            builder.message("the node is not in its cluster").down();
        } else if (!pause.paused() && stopped() != null) {
            builder.message("the route " + stopped() + " does not run").down();
        } else {
            outages.current()
                    .ifPresentOrElse(
                            outage -> builder.message(outage.what())
                                    .detail("since", outage.since().toString())
                                    .down(),
                            builder::up);
        }
    }
}

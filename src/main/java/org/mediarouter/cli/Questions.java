package org.mediarouter.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mediarouter.cluster.ClusterNode;
import org.mediarouter.console.Answer;
import org.mediarouter.console.ConfigurationDesk;
import org.mediarouter.console.Endpoint;
import org.mediarouter.console.ExplanationEndpoint;
import org.mediarouter.console.InForce;
import org.mediarouter.console.StatisticsEndpoint;
import org.mediarouter.engine.Explanations;

/** What a node can be asked over HTTP, beside health and metrics. */
final class Questions {
    private Questions() {}

    static List<Endpoint> of(
            String node, ClusterNode cluster, InForce configuration, ConfigurationDesk desk, Clock clock) {
        Explanations explanations =
                new Explanations(cluster.agents(), cluster.tasks(), cluster.archive(), configuration);
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(Endpoint.get("/cluster", ask -> Answer.of(cluster(node, cluster))));
        endpoints.add(ExplanationEndpoint.over(explanations, clock));
        endpoints.add(StatisticsEndpoint.over(
                cluster.tasks(), cluster.archive(), cluster.attendance(), configuration, clock));
        endpoints.addAll(desk.endpoints());
        return endpoints;
    }

    private static Map<String, Object> cluster(String node, ClusterNode cluster) {
        return Map.of(
                "node", node,
                "members", cluster.members(),
                "routes", cluster.routeRevisions().all());
    }
}

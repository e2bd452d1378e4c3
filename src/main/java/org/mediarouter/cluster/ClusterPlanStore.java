package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import org.jspecify.annotations.Nullable;
import org.mediarouter.task.PlanStore;

/** Plans in a map of the cluster, which forgets them by their age. */
final class ClusterPlanStore implements PlanStore {
    private final IMap<String, String> plans;

    ClusterPlanStore(HazelcastInstance hazelcast) {
        plans = hazelcast.getMap(ClusterConfiguration.PLANS);
    }

    @Override
    public @Nullable String get(String operation) {
        return Reach.call(() -> plans.get(operation));
    }

    @Override
    public String keep(String operation, String plan) {
        @Nullable String first = Reach.call(() -> plans.putIfAbsent(operation, plan));
        return first == null ? plan : first;
    }
}

package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import org.jspecify.annotations.Nullable;
import org.mediarouter.task.QueueFigures;

/** Queues' figures in a map of the cluster. */
final class ClusterQueueFigures implements QueueFigures.Store {
    private final IMap<String, QueueFigures> queues;

    ClusterQueueFigures(HazelcastInstance hazelcast) {
        queues = hazelcast.getMap(ClusterConfiguration.QUEUE_FIGURES);
    }

    @Override
    public void publish(QueueFigures figures) {
        Reach.run(() -> queues.set(figures.queue(), figures));
    }

    @Override
    public @Nullable QueueFigures get(String queue) {
        return Reach.call(() -> queues.get(queue));
    }
}

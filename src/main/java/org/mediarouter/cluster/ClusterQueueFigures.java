package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mediarouter.task.QueueFigures;

/** Queues' figures in a map of the cluster. */
final class ClusterQueueFigures implements QueueFigures.Store {
    private final IMap<String, QueueFigures> queues;

    ClusterQueueFigures(HazelcastInstance hazelcast) {
        queues = hazelcast.getMap(ClusterConfiguration.QUEUE_FIGURES);
    }

    @Override
    public void publish(Collection<QueueFigures> figures) {
        // One call for each member, not for each queue: there may be thousands, several times a second.
        Reach.run(() ->
                queues.setAll(figures.stream().collect(Collectors.toMap(QueueFigures::queue, Function.identity()))));
    }

    @Override
    public @Nullable QueueFigures get(String queue) {
        return Reach.call(() -> queues.get(queue));
    }
}

package org.mediarouter.cluster;

import com.hazelcast.aggregation.Aggregators;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks wait, asked for with every new task: a count of the whole cluster, made anew each second at most, and
 * what this node has changed since. So what one node does shows at once, and what others do within a second.
 */
final class WaitingCounts {
    private static final long VALID_FOR = Duration.ofSeconds(1).toNanos();

    private final IMap<String, StoredTask> tasks;
    private final Map<String, Queue> queues = new ConcurrentHashMap<>();

    WaitingCounts(IMap<String, StoredTask> tasks) {
        this.tasks = tasks;
    }

    /** A task has left a queue, or entered one, on account of this node. */
    void moved(@Nullable String left, @Nullable String entered) {
        Queue from = left == null ? null : queues.get(left);
        if (from != null) {
            from.since.decrementAndGet();
        }
        Queue to = entered == null ? null : queues.get(entered);
        if (to != null) {
            to.since.incrementAndGet();
        }
    }

    int of(String queue) {
        return queues.computeIfAbsent(queue, Queue::new).waiting();
    }

    private final class Queue {
        private final String name;
        private final AtomicInteger since = new AtomicInteger();
        private int counted;
        private long countedAt;
        private boolean known;

        Queue(String name) {
            this.name = name;
        }

        synchronized int waiting() {
            long now = System.nanoTime();
            if (!known || now - countedAt >= VALID_FOR) {
                // What changes during the count is perhaps in both figures, until the next count.
                since.set(0);
                Predicate<String, StoredTask> here = Predicates.equal(StoredTask.WAITING_IN, name);
                counted = Reach.call(() -> tasks.aggregate(Aggregators.count(), here))
                        .intValue();
                countedAt = now;
                known = true;
            }
            return Math.max(0, counted + since.get());
        }
    }
}

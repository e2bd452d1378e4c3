package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.TaskStateName;

/** How many agents and open tasks the cluster has in each state, for metrics. */
public final class ClusterFigures {
    private static final long VALID_FOR = Duration.ofSeconds(1).toNanos();

    private final IMap<String, StoredAgent> agents;
    private final IMap<String, StoredTask> tasks;
    private @Nullable Snapshot latest;
    private long takenAt;

    ClusterFigures(HazelcastInstance hazelcast) {
        agents = hazelcast.getMap(StoredAgent.MAP);
        tasks = hazelcast.getMap(StoredTask.MAP);
    }

    /**
     * The figures; what has none is absent.
     *
     * @param agents by MRD; who was never logged in to an MRD isn't counted there
     * @param tasks by queue; CLOSED ones are not counted
     */
    public record Snapshot(
            Map<String, Map<AgentStateName, Integer>> agents, Map<String, Map<TaskStateName, Integer>> tasks) {
        public int agents(String mrd, AgentStateName state) {
            return agents.getOrDefault(mrd, Map.of()).getOrDefault(state, 0);
        }

        public int tasks(String queue, TaskStateName state) {
            return tasks.getOrDefault(queue, Map.of()).getOrDefault(state, 0);
        }
    }

    /**
     * At most a second old: as many gauges may ask as like to.
     *
     * @throws org.mediarouter.message.Unavailable the cluster can't be reached
     */
    public synchronized Snapshot snapshot() {
        long now = System.nanoTime();
        Snapshot known = latest;
        if (known == null || now - takenAt >= VALID_FOR) {
            known = count();
            latest = known;
            takenAt = now;
        }
        return known;
    }

    private Snapshot count() {
        Map<String, Map<AgentStateName, Integer>> byMrd = new HashMap<>();
        Reach.call(() -> agents.aggregate(new Count.Agents(new HashMap<>())))
                .forEach((name, count) -> byMrd.computeIfAbsent(name.of(), mrd -> new EnumMap<>(AgentStateName.class))
                        .put(AgentStateName.valueOf(name.state()), count));
        Predicate<String, StoredTask> open = Predicates.greaterEqual(StoredTask.OPEN_IN, "");
        Map<String, Map<TaskStateName, Integer>> byQueue = new HashMap<>();
        Reach.call(() -> tasks.aggregate(new Count.Tasks(new HashMap<>()), open))
                .forEach(
                        (name, count) -> byQueue.computeIfAbsent(name.of(), queue -> new EnumMap<>(TaskStateName.class))
                                .put(TaskStateName.valueOf(name.state()), count));
        return new Snapshot(byMrd, byQueue);
    }
}

package org.mediarouter.world;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentMachine;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentOutcome;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.PlanStore;
import org.mediarouter.task.QueueFigures;
import org.mediarouter.task.TaskMachine;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskOutcome;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;
import org.mediarouter.task.TaskStore;

/** The stores in plain maps; each record keeps its last 32 operations, as the real ones do. */
final class MemoryStores {
    private static final int KEPT = 32;

    final Agents agents = new Agents();
    final Tasks tasks = new Tasks();
    final Plans plans = new Plans();
    final Figures figures = new Figures();

    private static final class Ring<R> extends LinkedHashMap<String, R> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, R> eldest) {
            return size() > KEPT;
        }
    }

    static final class Agents implements AgentStore {
        private final Map<String, AgentRecord> records = new TreeMap<>();
        private final Map<String, Ring<AgentResult>> rings = new HashMap<>();

        /** What happens while everybody in an MRD is looked for. */
        Runnable meanwhile = () -> {};

        /** What happens before each change. */
        Runnable between = () -> {};

        @Override
        public AgentRecord get(String agentId) {
            return records.getOrDefault(agentId, AgentRecord.unknown(agentId));
        }

        @Override
        public AgentResult apply(String operationId, String agentId, AgentOperation operation, Instant at) {
            between.run();
            Ring<AgentResult> ring = rings.computeIfAbsent(agentId, id -> new Ring<>());
            AgentResult kept = ring.get(operationId);
            if (kept != null) {
                return kept;
            }
            AgentOutcome outcome = AgentMachine.apply(get(agentId), operation, at);
            records.put(agentId, outcome.record());
            ring.put(operationId, outcome.result());
            return outcome.result();
        }

        @Override
        public List<AgentRecord> inMrd(String mrd) {
            meanwhile.run();
            return records.values().stream()
                    .filter(agent -> agent.in(mrd) != null
                            && (agent.in(mrd).loggedIn()
                                    || !agent.in(mrd).held().isEmpty()))
                    .toList();
        }

        @Override
        public Collection<String> loggedIn() {
            return records.values().stream()
                    .filter(AgentRecord::loggedIn)
                    .map(AgentRecord::id)
                    .toList();
        }

        Collection<AgentRecord> all() {
            return List.copyOf(records.values());
        }
    }

    static final class Tasks implements TaskStore {
        private final Map<String, TaskRecord> records = new LinkedHashMap<>();
        private final Map<String, Ring<TaskResult>> rings = new HashMap<>();
        private final Map<String, String> requests = new HashMap<>();

        /** What happens before each change. */
        Runnable between = () -> {};

        /** What the query leaves out, as a cluster's may for moments after a node went. */
        final Set<String> leftOut = new HashSet<>();

        /** What it gives as it was a while ago. */
        final Map<String, TaskRecord> behind = new HashMap<>();

        @Override
        public @Nullable TaskRecord get(String taskId) {
            return records.get(taskId);
        }

        @Override
        public TaskResult apply(String operationId, String taskId, TaskOperation operation, Instant at) {
            between.run();
            Ring<TaskResult> ring = rings.computeIfAbsent(taskId, id -> new Ring<>());
            TaskResult kept = ring.get(operationId);
            if (kept != null) {
                return kept;
            }
            TaskOutcome outcome = TaskMachine.apply(taskId, records.get(taskId), operation, at);
            if (outcome.record() != null) {
                records.put(taskId, outcome.record());
            }
            ring.put(operationId, outcome.result());
            return outcome.result();
        }

        @Override
        public List<TaskRecord> open(String mrd) {
            return records.values().stream()
                    .filter(task -> task.mrd().equals(mrd) && task.state() != TaskStateName.CLOSED)
                    .filter(task -> !leftOut.contains(task.id()))
                    .map(task -> behind.getOrDefault(task.id(), task))
                    .toList();
        }

        @Override
        public int waiting(String queue) {
            return (int) records.values().stream()
                    .filter(task -> task.queue().equals(queue) && task.state() == TaskStateName.QUEUED)
                    .count();
        }

        @Override
        public @Nullable String requested(@Nullable String user, String requestId) {
            return requests.get(user + "/" + requestId);
        }

        @Override
        public String claimRequest(@Nullable String user, String requestId, String taskId) {
            String earlier = requests.putIfAbsent(user + "/" + requestId, taskId);
            return earlier == null ? taskId : earlier;
        }

        Collection<TaskRecord> all() {
            return List.copyOf(records.values());
        }
    }

    static final class Plans implements PlanStore {
        /** By message and round. */
        final Map<String, String> plans = new HashMap<>();

        /** The plan that another node keeps for the next message to be planned, just before. */
        @Nullable
        String overtakes;

        @Override
        public @Nullable String get(String operation) {
            return plans.get(operation);
        }

        @Override
        public String keep(String operation, String plan) {
            if (overtakes != null) {
                plans.put(operation, overtakes);
                overtakes = null;
            }
            plans.putIfAbsent(operation, plan);
            return plans.get(operation);
        }
    }

    static final class Figures implements QueueFigures.Store {
        private final Map<String, QueueFigures> figures = new HashMap<>();
        boolean away;

        @Override
        public void publish(Collection<QueueFigures> published) {
            if (away) {
                throw new IllegalStateException("the cluster is away");
            }
            published.forEach(one -> figures.put(one.queue(), one));
        }

        @Override
        public @Nullable QueueFigures get(String queue) {
            return figures.get(queue);
        }
    }
}

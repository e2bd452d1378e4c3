package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.mediarouter.cluster.database.Database;
import org.mediarouter.cluster.database.ReasonRows;
import org.mediarouter.cluster.database.RequestRows;
import org.mediarouter.cluster.database.Saves;

/**
 * What the messages in hand have changed and the database doesn't have yet. A thread that handles messages saves it in one
 * transaction, before it commits them (decision 007): so all that a message did is durable before it is acknowledged.
 *
 * <p>What is saved is each record as this thread's last change left it; what others have changed since they save themselves.
 */
final class Unsaved {
    private final Database database;
    private final AgentRecords agentRecords;
    private final TaskRecords taskRecords;
    private final AttendanceRecords attendance;
    private final RequestRows requestRows;
    private final ReasonRows reasonRows;
    private final IMap<String, StoredAgent> agents;
    private final IMap<String, StoredTask> tasks;
    private final Loading loading;
    private final ThreadLocal<Changes> changes = ThreadLocal.withInitial(Changes::new);

    Unsaved(
            Database database,
            AgentRecords agentRecords,
            TaskRecords taskRecords,
            AttendanceRecords attendance,
            HazelcastInstance hazelcast,
            Loading loading) {
        this.database = database;
        this.agentRecords = agentRecords;
        this.taskRecords = taskRecords;
        this.attendance = attendance;
        agents = hazelcast.getMap(StoredAgent.MAP);
        tasks = hazelcast.getMap(StoredTask.MAP);
        this.loading = loading;
        requestRows = new RequestRows(database);
        reasonRows = new ReasonRows(database);
    }

    /** Null stands for a record of which it isn't known what the change made of it: it is asked for. */
    private static final class Changes {
        final Map<String, @Nullable StoredAgent> agents = new TreeMap<>();
        final Map<String, @Nullable StoredTask> tasks = new TreeMap<>();
        final List<RequestRows.Row> requests = new ArrayList<>();
        final List<ReasonRows.Row> reasons = new ArrayList<>();
        int losses;

        boolean none() {
            return agents.isEmpty() && tasks.isEmpty() && requests.isEmpty() && reasons.isEmpty();
        }

        void clear() {
            agents.clear();
            tasks.clear();
            requests.clear();
            reasons.clear();
        }
    }

    /** This thread is about to change that agent's record. */
    void agent(String id) {
        begun().agents.put(id, null);
    }

    /** This thread is about to change that task's record. */
    void task(String id) {
        begun().tasks.put(id, null);
    }

    /** This thread has changed that agent's record to this. */
    void changed(String id, @Nullable StoredAgent agent) {
        changes.get().agents.put(id, agent);
    }

    /** This thread has changed that task's record to this. */
    void changed(String id, @Nullable StoredTask task) {
        changes.get().tasks.put(id, task);
    }

    private Changes begun() {
        Changes mine = changes.get();
        if (mine.none()) {
            mine.losses = loading.losses();
        }
        return mine;
    }

    void request(RequestRows.Row request) {
        begun().requests.add(request);
    }

    void reasons(ReasonRows.Row reasons) {
        begun().reasons.add(reasons);
    }

    /**
     * Saves what this thread has changed; when it fails, it is still unsaved, until it is {@linkplain #forget() forgotten}.
     *
     * @throws org.mediarouter.message.Unavailable the database or the cluster is away, or the cluster has lost what the database has
     */
    void save() {
        Changes mine = changes.get();
        if (mine.none()) {
            return;
        }
        // All asked for before any is waited for: each wait costs as much as the answer.
        Map<String, CompletionStage<StoredAgent>> askedAgents = asked(agents, mine.agents);
        Map<String, CompletionStage<StoredTask>> askedTasks = asked(tasks, mine.tasks);
        List<StoredAgent> changedAgents = all(mine.agents, askedAgents);
        List<StoredTask> changedTasks = all(mine.tasks, askedTasks);
        boolean overtaken = database.save(saves -> save(saves, changedAgents, changedTasks, mine));
        changedAgents.forEach(agent -> attendance.saved(agent.record()));
        if (overtaken) {
            // Another thread has saved a later state; or the cluster has lost one, and went on from nothing.
            loading.compare(mine.agents.keySet(), mine.tasks.keySet());
        }
        loading.check(mine.losses);
        mine.clear();
    }

    /** What this thread hasn't saved it will do again. */
    void forget() {
        changes.get().clear();
    }

    private static <V> Map<String, CompletionStage<V>> asked(IMap<String, V> map, Map<String, @Nullable V> changed) {
        Map<String, CompletionStage<V>> asked = new HashMap<>();
        changed.forEach((id, known) -> {
            if (known == null) {
                asked.put(id, Reach.call(() -> map.getAsync(id)));
            }
        });
        return asked;
    }

    /** In the order of their ids, so that two transactions never wait for each other in the database. */
    private static <V> List<V> all(Map<String, @Nullable V> changed, Map<String, CompletionStage<V>> asked) {
        List<V> all = new ArrayList<>(changed.size());
        changed.forEach((id, known) -> {
            CompletionStage<V> answer = asked.get(id);
            V value = answer == null ? known : Reach.answer(answer);
            if (value != null) {
                all.add(value);
            }
        });
        return all;
    }

    private boolean save(Saves saves, List<StoredAgent> agents, List<StoredTask> tasks, Changes mine)
            throws SQLException {
        boolean overtaken = false;
        for (StoredAgent agent : agents) {
            overtaken |= !agentRecords.save(saves, agent);
            attendance.save(saves, agent.record());
        }
        for (StoredTask task : tasks) {
            overtaken |= !taskRecords.save(saves, task);
        }
        for (RequestRows.Row request : mine.requests) {
            requestRows.save(saves, request);
        }
        for (ReasonRows.Row reasons : mine.reasons) {
            reasonRows.save(saves, reasons);
        }
        return overtaken;
    }
}

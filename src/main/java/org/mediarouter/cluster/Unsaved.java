package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.mediarouter.cluster.database.Database;
import org.mediarouter.cluster.database.ReasonRows;
import org.mediarouter.cluster.database.RequestRows;

/**
 * What the messages in hand have changed and the database doesn't have yet. A thread that handles messages saves it in one
 * transaction, before it commits them (decision 007): so all that a message did is durable before it is acknowledged.
 *
 * <p>What is saved is what the map has then, which may have changes of other messages in it, too; those are in the map for
 * good, and their own transactions save them again.
 */
final class Unsaved {
    private final Database database;
    private final AgentRecords agentRecords;
    private final TaskRecords taskRecords;
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
            HazelcastInstance hazelcast,
            Loading loading) {
        this.database = database;
        this.agentRecords = agentRecords;
        this.taskRecords = taskRecords;
        agents = hazelcast.getMap(StoredAgent.MAP);
        tasks = hazelcast.getMap(StoredTask.MAP);
        this.loading = loading;
        requestRows = new RequestRows(database);
        reasonRows = new ReasonRows(database);
    }

    private static final class Changes {
        final Set<String> agents = new TreeSet<>();
        final Set<String> tasks = new TreeSet<>();
        final List<RequestRows.Row> requests = new ArrayList<>();
        final List<ReasonRows.Row> reasons = new ArrayList<>();

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
        changes.get().agents.add(id);
    }

    /** This thread is about to change that task's record. */
    void task(String id) {
        changes.get().tasks.add(id);
    }

    void request(RequestRows.Row request) {
        changes.get().requests.add(request);
    }

    void reasons(ReasonRows.Row reasons) {
        changes.get().reasons.add(reasons);
    }

    /**
     * Saves what this thread has changed; when it fails, it is still unsaved.
     *
     * @throws org.mediarouter.message.Unavailable the database or the cluster is away, or the cluster has lost what the database has
     */
    void save() {
        Changes mine = changes.get();
        if (mine.none()) {
            return;
        }
        // All asked for before any is waited for: each wait costs as much as the answer.
        List<CompletionStage<StoredAgent>> askedAgents = asked(agents, mine.agents);
        List<CompletionStage<StoredTask>> askedTasks = asked(tasks, mine.tasks);
        List<StoredAgent> changedAgents = answers(askedAgents);
        List<StoredTask> changedTasks = answers(askedTasks);
        boolean overtaken = database.transaction(connection -> save(connection, changedAgents, changedTasks, mine));
        if (overtaken) {
            // Another thread has saved a later state; or the cluster has lost one, and went on from nothing.
            loading.compare(mine.agents, mine.tasks);
        }
        loading.check();
        mine.clear();
    }

    private static <V> List<CompletionStage<V>> asked(IMap<String, V> map, Set<String> ids) {
        List<CompletionStage<V>> asked = new ArrayList<>(ids.size());
        for (String id : ids) {
            asked.add(Reach.call(() -> map.getAsync(id)));
        }
        return asked;
    }

    private static <V> List<V> answers(List<CompletionStage<V>> asked) {
        List<V> answers = new ArrayList<>(asked.size());
        for (CompletionStage<V> one : asked) {
            V answer = Reach.answer(one);
            if (answer != null) {
                answers.add(answer);
            }
        }
        return answers;
    }

    private boolean save(Connection connection, List<StoredAgent> agents, List<StoredTask> tasks, Changes mine)
            throws SQLException {
        boolean overtaken = false;
        for (StoredAgent agent : agents) {
            overtaken |= !agentRecords.save(connection, agent);
        }
        for (StoredTask task : tasks) {
            overtaken |= !taskRecords.save(connection, task);
        }
        for (RequestRows.Row request : mine.requests) {
            requestRows.save(connection, request);
        }
        for (ReasonRows.Row reasons : mine.reasons) {
            reasonRows.save(connection, reasons);
        }
        return overtaken;
    }
}

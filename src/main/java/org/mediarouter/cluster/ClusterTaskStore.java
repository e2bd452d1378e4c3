package org.mediarouter.cluster;

import static java.util.Objects.requireNonNull;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.cluster.database.Forgetting;
import org.mediarouter.cluster.database.RequestRows;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;
import org.mediarouter.task.TaskStore;

/**
 * Tasks' records in a map of the cluster, and the request ids that clients gave them in another; what these don't have, the
 * database may, above all tasks CLOSED a while ago.
 */
final class ClusterTaskStore implements TaskStore {
    private final OwnEntries<StoredTask> own;
    private final IMap<String, StoredTask> tasks;
    private final IMap<String, String> requests;
    private final RequestRows requestRows;
    private final WaitingCounts waiting;
    private final Loading loading;
    private final Unsaved unsaved;

    ClusterTaskStore(HazelcastInstance hazelcast, RequestRows requestRows, Loading loading, Unsaved unsaved) {
        own = new OwnEntries<>(hazelcast, StoredTask.MAP);
        tasks = own.map();
        requests = hazelcast.getMap(ClusterConfiguration.REQUESTS);
        waiting = new WaitingCounts(tasks);
        this.requestRows = requestRows;
        this.loading = loading;
        this.unsaved = unsaved;
    }

    @Override
    public @Nullable TaskRecord get(String taskId) {
        TaskRecord record = Reach.call(() -> own.read(taskId, StoredTask::recordOf, () -> elsewhere(taskId)));
        if (record != null) {
            return record;
        }
        return StoredTask.recordOf(loading.task(taskId));
    }

    private @Nullable TaskRecord elsewhere(String taskId) {
        byte[] record = tasks.executeOnKey(taskId, new ReadTask());
        return record == null ? null : ReadTask.RECORD.read(record);
    }

    @Override
    public TaskResult apply(String operationId, String taskId, TaskOperation operation, Instant at) {
        unsaved.task(taskId);
        // A new task has an id that was never there: the database need not be asked.
        TaskChange.Reply reply = change(taskId, new TaskChange(operationId, operation, at, operation.creates()));
        if (reply == null) {
            loading.task(taskId);
            reply = requireNonNull(change(taskId, new TaskChange(operationId, operation, at, true)));
        }
        unsaved.changed(taskId, reply.stored());
        waiting.moved(reply.left(), reply.entered());
        return TaskChange.RESULT.read(reply.result());
    }

    private TaskChange.@Nullable Reply change(String taskId, TaskChange change) {
        return Reach.call(() -> tasks.executeOnKey(taskId, change));
    }

    @Override
    public List<TaskRecord> open(String mrd) {
        Predicate<String, StoredTask> open = Predicates.equal(StoredTask.OPEN_IN, mrd);
        Collection<byte[]> records = Reach.call(() -> tasks.project(new ReadTask.OfEach(), open));
        return records.stream().map(ReadTask.RECORD::read).toList();
    }

    @Override
    public int waiting(String queue) {
        return waiting.of(queue);
    }

    @Override
    public String claimRequest(@Nullable String user, String requestId, String taskId) {
        String before = saved(user, requestId);
        String claim = before == null ? taskId : before;
        String earlier = Reach.call(() -> requests.putIfAbsent(key(user, requestId), claim));
        String claimed = earlier == null ? claim : earlier;
        unsaved.request(new RequestRows.Row(client(user), requestId, claimed, Instant.now()));
        return claimed;
    }

    @Override
    public @Nullable String requested(@Nullable String user, String requestId) {
        String known = Reach.call(() -> requests.get(key(user, requestId)));
        return known != null ? known : saved(user, requestId);
    }

    /** What the database knows: the map has forgotten it if all nodes went. */
    private @Nullable String saved(@Nullable String user, String requestId) {
        Instant since = Instant.now().minus(Forgetting.REQUESTS);
        return requestRows.taskOf(client(user), requestId, since);
    }

    private static String client(@Nullable String user) {
        return user == null ? "" : user;
    }

    /** An id has no slash in it, so that two users' requests can't meet. */
    private static String key(@Nullable String user, String requestId) {
        return client(user) + "/" + requestId;
    }
}

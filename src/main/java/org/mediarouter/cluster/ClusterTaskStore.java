package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;
import org.mediarouter.task.TaskStore;

/** Tasks' records in a map of the cluster, and the request ids that clients gave them in another. */
final class ClusterTaskStore implements TaskStore {
    private final IMap<String, StoredTask> tasks;
    private final IMap<String, String> requests;
    private final WaitingCounts waiting;

    ClusterTaskStore(HazelcastInstance hazelcast) {
        tasks = hazelcast.getMap(StoredTask.MAP);
        requests = hazelcast.getMap(ClusterConfiguration.REQUESTS);
        waiting = new WaitingCounts(tasks);
    }

    @Override
    public @Nullable TaskRecord get(String taskId) {
        byte[] record = Reach.call(() -> tasks.executeOnKey(taskId, new ReadTask()));
        return record == null ? null : ReadTask.RECORD.read(record);
    }

    @Override
    public TaskResult apply(String operationId, String taskId, TaskOperation operation, Instant at) {
        TaskChange change = new TaskChange(operationId, operation, at);
        TaskChange.Reply reply = Reach.call(() -> tasks.executeOnKey(taskId, change));
        waiting.moved(reply.left(), reply.entered());
        return TaskChange.RESULT.read(reply.result());
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
        String earlier = Reach.call(() -> requests.putIfAbsent(key(user, requestId), taskId));
        return earlier == null ? taskId : earlier;
    }

    @Override
    public @Nullable String requested(@Nullable String user, String requestId) {
        return Reach.call(() -> requests.get(key(user, requestId)));
    }

    /** An id has no slash in it, so that two users' requests can't meet. */
    private static String key(@Nullable String user, String requestId) {
        return (user == null ? "" : user) + "/" + requestId;
    }
}

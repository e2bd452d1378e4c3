package org.mediarouter.cluster;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mediarouter.task.TaskMachine;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskOutcome;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;

/**
 * Changes a task's record where it lives, and its backup in the same way: all that the change depends on is in the record
 * and in here. There is no reply where there is no record and none is to be made.
 *
 * @param mayBeNew whether it is certain that the database has no record either
 */
record TaskChange(String operationId, TaskOperation operation, Instant at, boolean mayBeNew)
        implements EntryProcessor<String, StoredTask, TaskChange.@Nullable Reply> {
    private static final long serialVersionUID = 1L;

    /** How long a CLOSED task stays in memory (states, "Task"). */
    static final int CLOSED_STAYS_MINUTES = 10;

    static final RecordFormat<TaskResult> RESULT = RecordFormat.of(TaskResult.class);

    /**
     * What came of it.
     *
     * @param result a {@link TaskResult}
     * @param left the queue that the task waits in no more; null when the operation came again
     * @param entered the queue that the task waits in now and didn't before
     * @param stored what is to be saved, so that it need not be read again; null where nothing is
     */
    record Reply(
            byte[] result,
            @Nullable String left,
            @Nullable String entered,
            @Nullable StoredTask stored) {}

    @Override
    public @Nullable Reply process(Map.Entry<String, StoredTask> entry) {
        @Nullable StoredTask stored = entry.getValue();
        if (stored == null && !mayBeNew) {
            return null;
        }
        Kept kept = stored == null ? Kept.NOTHING : stored.kept();
        byte[] earlier = kept.result(operationId);
        if (earlier != null) {
            return new Reply(earlier, null, null, stored);
        }
        @Nullable TaskRecord before = stored == null ? null : stored.record();
        TaskOutcome outcome = TaskMachine.apply(entry.getKey(), before, operation, at);
        byte[] result = RESULT.write(outcome.result());
        @Nullable TaskRecord after = outcome.record();
        if (after != null) {
            long changes = stored == null ? 0 : stored.changes();
            stored = new StoredTask(after, kept.with(operationId, result), changes + 1);
            keep(entry, stored);
        }
        String left = StoredTask.waitingIn(before);
        String entered = StoredTask.waitingIn(after);
        boolean moved = !Objects.equals(left, entered);
        return new Reply(result, moved ? left : null, moved ? entered : null, stored);
    }

    static void keep(Map.Entry<String, StoredTask> entry, StoredTask next) {
        if (next.open()) {
            entry.setValue(next);
        } else {
            ((ExtendedMapEntry<String, StoredTask>) entry).setValue(next, CLOSED_STAYS_MINUTES, TimeUnit.MINUTES);
        }
    }
}

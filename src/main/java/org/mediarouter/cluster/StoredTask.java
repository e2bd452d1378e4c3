package org.mediarouter.cluster;

import com.hazelcast.query.extractor.ValueCollector;
import com.hazelcast.query.extractor.ValueExtractor;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.TaskRecord;

/**
 * What the map of tasks holds.
 *
 * @param changes grows with each change, whether anybody is told of it or not
 */
record StoredTask(TaskRecord record, Kept kept, long changes) {
    static final String MAP = "tasks";

    /** The attribute: the MRD, unless the task is CLOSED. */
    static final String OPEN_IN = "openIn";

    /** The attribute: the queue, while the task is QUEUED. */
    static final String WAITING_IN = "waitingIn";

    boolean open() {
        return record.state() != TaskStateName.CLOSED;
    }

    static @Nullable TaskRecord recordOf(@Nullable StoredTask stored) {
        return stored == null ? null : stored.record();
    }

    static @Nullable String waitingIn(@Nullable TaskRecord record) {
        return record != null && record.state() == TaskStateName.QUEUED ? record.queue() : null;
    }

    /** See {@link #OPEN_IN}; public, since Hazelcast makes it. */
    public static final class OpenIn implements ValueExtractor<StoredTask, @Nullable Object> {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // Hazelcast gives the collector without its type
        public void extract(StoredTask stored, @Nullable Object argument, ValueCollector collector) {
            collector.addObject(stored.open() ? stored.record().mrd() : null);
        }
    }

    /** See {@link #WAITING_IN}; public, since Hazelcast makes it. */
    public static final class WaitingIn implements ValueExtractor<StoredTask, @Nullable Object> {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // Hazelcast gives the collector without its type
        public void extract(StoredTask stored, @Nullable Object argument, ValueCollector collector) {
            collector.addObject(waitingIn(stored.record()));
        }
    }
}

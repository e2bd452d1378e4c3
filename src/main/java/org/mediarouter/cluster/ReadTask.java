package org.mediarouter.cluster;

import com.hazelcast.core.ReadOnly;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.projection.Projection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.task.TaskRecord;

/** A task's record in bytes, without the operations kept with it. */
record ReadTask() implements EntryProcessor<String, StoredTask, byte @Nullable []>, ReadOnly {
    private static final long serialVersionUID = 1L;

    static final RecordFormat<TaskRecord> RECORD = RecordFormat.of(TaskRecord.class);

    @Override
    public byte @Nullable [] process(Map.Entry<String, StoredTask> entry) {
        @Nullable StoredTask stored = entry.getValue();
        return stored == null ? null : RECORD.write(stored.record());
    }

    @Override
    public @Nullable EntryProcessor<String, StoredTask, byte @Nullable []> getBackupProcessor() {
        return null;
    }

    /** The same for the answer to a query. */
    record OfEach() implements Projection<Map.Entry<String, StoredTask>, byte[]> {
        private static final long serialVersionUID = 1L;

        @Override
        public byte[] transform(Map.Entry<String, StoredTask> entry) {
            return RECORD.write(entry.getValue().record());
        }
    }
}

package org.mediarouter.cluster;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the database's record into the map, where that has none or an older one. Its result is whether it did. */
record PutTask(StoredTask task) implements EntryProcessor<String, StoredTask, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean process(Map.Entry<String, StoredTask> entry) {
        @Nullable StoredTask there = entry.getValue();
        boolean newer = there == null || there.changes() < task.changes();
        if (newer) {
            TaskChange.keep(entry, task);
        }
        return newer;
    }
}

package org.mediarouter.cluster;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the database's record into the map, where that has none or an older one. Its result is whether it did. */
record PutAgent(StoredAgent agent) implements EntryProcessor<String, StoredAgent, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean process(Map.Entry<String, StoredAgent> entry) {
        @Nullable StoredAgent there = entry.getValue();
        boolean newer = there == null || there.changes() < agent.changes();
        if (newer) {
            entry.setValue(agent);
        }
        return newer;
    }
}

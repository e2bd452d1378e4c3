package org.mediarouter.cluster;

import com.hazelcast.core.ReadOnly;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.projection.Projection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentRecord;

/** An agent's record in bytes, without the operations kept with it. */
record ReadAgent() implements EntryProcessor<String, StoredAgent, byte @Nullable []>, ReadOnly {
    private static final long serialVersionUID = 1L;

    static final RecordFormat<AgentRecord> RECORD = RecordFormat.of(AgentRecord.class);

    @Override
    public byte @Nullable [] process(Map.Entry<String, StoredAgent> entry) {
        @Nullable StoredAgent stored = entry.getValue();
        return stored == null ? null : RECORD.write(stored.record());
    }

    @Override
    public @Nullable EntryProcessor<String, StoredAgent, byte @Nullable []> getBackupProcessor() {
        return null;
    }

    /** The same for the answer to a query. */
    record OfEach() implements Projection<Map.Entry<String, StoredAgent>, byte[]> {
        private static final long serialVersionUID = 1L;

        @Override
        public byte[] transform(Map.Entry<String, StoredAgent> entry) {
            return RECORD.write(entry.getValue().record());
        }
    }
}

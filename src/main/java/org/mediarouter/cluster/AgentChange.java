package org.mediarouter.cluster;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentMachine;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentOutcome;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentResult;

/**
 * Changes an agent's record where it lives, and its backup in the same way: all that the change depends on is in the
 * record and in here. There is no reply where there is no record and none is to be made.
 *
 * @param mayBeNew whether it is certain that the database has no record either
 */
record AgentChange(String operationId, AgentOperation operation, Instant at, boolean mayBeNew)
        implements EntryProcessor<String, StoredAgent, AgentChange.@Nullable Reply> {
    private static final long serialVersionUID = 1L;

    static final RecordFormat<AgentResult> RESULT = RecordFormat.of(AgentResult.class);

    /**
     * What came of it.
     *
     * @param result an {@link AgentResult}
     * @param stored what is to be saved, so that it need not be read again; null where nothing is
     */
    record Reply(byte[] result, @Nullable StoredAgent stored) {}

    @Override
    public @Nullable Reply process(Map.Entry<String, StoredAgent> entry) {
        @Nullable StoredAgent stored = entry.getValue();
        if (stored == null && !mayBeNew) {
            return null;
        }
        Kept kept = stored == null ? Kept.NOTHING : stored.kept();
        byte[] earlier = kept.result(operationId);
        if (earlier != null) {
            return new Reply(earlier, stored);
        }
        AgentRecord before = stored == null ? AgentRecord.unknown(entry.getKey()) : stored.record();
        AgentOutcome outcome = AgentMachine.apply(before, operation, at);
        byte[] result = RESULT.write(outcome.result());
        // Refusals of commands about agents nobody knows would fill the memory.
        if (stored != null || !outcome.record().equals(before)) {
            long changes = stored == null ? 0 : stored.changes();
            stored = new StoredAgent(outcome.record(), kept.with(operationId, result), changes + 1);
            entry.setValue(stored);
        }
        return new Reply(result, stored);
    }
}

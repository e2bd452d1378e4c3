package org.mediarouter.cluster;

import static java.util.Objects.requireNonNull;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.agent.AgentStore;

/** Agents' records in a map of the cluster; what that doesn't have, the database may. */
final class ClusterAgentStore implements AgentStore {
    private final OwnEntries<StoredAgent> own;
    private final IMap<String, StoredAgent> agents;
    private final Loading loading;
    private final Unsaved unsaved;

    ClusterAgentStore(HazelcastInstance hazelcast, Loading loading, Unsaved unsaved) {
        own = new OwnEntries<>(hazelcast, StoredAgent.MAP);
        agents = own.map();
        this.loading = loading;
        this.unsaved = unsaved;
    }

    @Override
    public AgentRecord get(String agentId) {
        AgentRecord record = Reach.call(() -> own.read(agentId, StoredAgent::recordOf, () -> elsewhere(agentId)));
        if (record != null) {
            return record;
        }
        StoredAgent saved = loading.agent(agentId);
        return saved == null ? AgentRecord.unknown(agentId) : saved.record();
    }

    private @Nullable AgentRecord elsewhere(String agentId) {
        byte[] record = agents.executeOnKey(agentId, new ReadAgent());
        return record == null ? null : ReadAgent.RECORD.read(record);
    }

    @Override
    public AgentResult apply(String operationId, String agentId, AgentOperation operation, Instant at) {
        unsaved.agent(agentId);
        AgentChange.Reply reply = change(agentId, new AgentChange(operationId, operation, at, false));
        if (reply == null) {
            loading.agent(agentId);
            reply = requireNonNull(change(agentId, new AgentChange(operationId, operation, at, true)));
        }
        unsaved.changed(agentId, reply.stored());
        return AgentChange.RESULT.read(reply.result());
    }

    private AgentChange.@Nullable Reply change(String agentId, AgentChange change) {
        return Reach.call(() -> agents.executeOnKey(agentId, change));
    }

    @Override
    public List<AgentRecord> inMrd(String mrd) {
        Predicate<String, StoredAgent> there = Predicates.equal(StoredAgent.PRESENT_IN, mrd);
        Collection<byte[]> records = Reach.call(() -> agents.project(new ReadAgent.OfEach(), there));
        return records.stream().map(ReadAgent.RECORD::read).toList();
    }

    @Override
    public Set<String> loggedIn() {
        Predicate<String, StoredAgent> loggedIn = Predicates.equal(StoredAgent.LOGGED_IN, true);
        return Reach.call(() -> agents.keySet(loggedIn));
    }
}

package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.agent.AgentStore;

/** Agents' records in a map of the cluster. */
final class ClusterAgentStore implements AgentStore {
    private final IMap<String, StoredAgent> agents;

    ClusterAgentStore(HazelcastInstance hazelcast) {
        agents = hazelcast.getMap(StoredAgent.MAP);
    }

    @Override
    public AgentRecord get(String agentId) {
        byte[] record = Reach.call(() -> agents.executeOnKey(agentId, new ReadAgent()));
        return record == null ? AgentRecord.unknown(agentId) : ReadAgent.RECORD.read(record);
    }

    @Override
    public AgentResult apply(String operationId, String agentId, AgentOperation operation, Instant at) {
        AgentChange change = new AgentChange(operationId, operation, at);
        return AgentChange.RESULT.read(Reach.call(() -> agents.executeOnKey(agentId, change)));
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

package org.mediarouter.agent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Where the agents' records are kept, shared by all nodes. A record changes only by {@link #apply}, which is atomic for
 * one agent.
 *
 * @apiNote Every method throws {@link org.mediarouter.message.Unavailable} where the store can't be reached: then nothing is to be
 *     acknowledged.
 */
public interface AgentStore {
    /** The record; {@link AgentRecord#unknown} for an agent never heard of. */
    AgentRecord get(String agentId);

    /**
     * Changes a record by {@link AgentMachine}.
     *
     * @param operationId the same id again has no second effect and the same result
     * @param at the time of the change; it stays that of the first call
     */
    AgentResult apply(String operationId, String agentId, AgentOperation operation, Instant at);

    /** Everyone who is logged in to that MRD or holds a task in it. */
    List<AgentRecord> inMrd(String mrd);

    /** The ids of all who are logged in to any MRD. */
    Collection<String> loggedIn();
}

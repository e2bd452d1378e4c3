package org.mediarouter.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent's state in one MRD, as told (rows 3, 10, 16).
 *
 * @param version grows with each change of that agent in that MRD
 * @param tasks only in the answer to GetAgentState: all that the agent holds there, offers too
 */
public record AgentState(
        String agentId,
        String mrd,
        AgentStateName state,
        @Nullable String reasonCode,
        Instant time,
        long version,
        @Nullable List<HeldTask> tasks)
        implements Message {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public String aboutAgent() {
        return agentId;
    }

    @Override
    public String aboutMrd() {
        return mrd;
    }
}

package org.mediarouter.message;

import java.util.List;

/**
 * The answer to GetAgentState without an MRD (row 16, {@code JMSType} {@code AgentState}): one state for each MRD of the agent.
 */
public record AgentStates(String agentId, boolean connected, List<AgentState> states) implements Message {
    @Override
    public String type() {
        return "AgentState";
    }

    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public String aboutAgent() {
        return agentId;
    }
}

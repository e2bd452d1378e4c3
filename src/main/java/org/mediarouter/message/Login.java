package org.mediarouter.message;

import java.util.List;

/**
 * Logs a connected agent in to one MRD (row 2). Answered with {@link AgentState} NOT_READY.
 *
 * @param password never logged, shown, copied or sent on
 */
public record Login(String agentId, String password, String mrd) implements Command {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public List<String> agents() {
        return List.of(agentId);
    }

    @Override
    public String aboutAgent() {
        return agentId;
    }

    @Override
    public String aboutMrd() {
        return mrd;
    }

    @Override
    public String toString() {
        return "Login[agentId=" + agentId + ", mrd=" + mrd + "]";
    }
}

package org.mediarouter.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent asks for READY, NOT_READY or LOGOUT (row 3, {@code JMSType} {@code AgentState}).
 *
 * @param state as written: whether it may be asked for is the handler's to say
 * @param force LOGOUT in whatever state (extension)
 */
public record AgentStateRequest(
        String agentId, String state, String mrd, @Nullable String reasonCode, boolean force) implements Command {
    @Override
    public String type() {
        return "AgentState";
    }

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
}

package org.mediarouter.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for an agent's state in one MRD, or in all (row 16). Changes nothing. */
public record GetAgentState(String agentId, @Nullable String mrd) implements Command {
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
    public @Nullable String aboutMrd() {
        return mrd;
    }
}

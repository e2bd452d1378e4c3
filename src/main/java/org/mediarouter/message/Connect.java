package org.mediarouter.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps before log-in (row 1). Answered with {@link Connected}.
 *
 * @param password never logged, shown, copied or sent on
 * @param extension the agent's telephone, needed in contact-centre mode
 * @param destination where the agent's events shall go; else {@code Agent.<AgentId>}
 */
public record Connect(
        String agentId,
        String password,
        @Nullable String extension,
        @Nullable String destination) implements Command {
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
    public String toString() {
        return "Connect[agentId=" + agentId + ", destination=" + destination + "]";
    }
}

package org.mediarouter.message;

import java.time.Instant;

/**
 * The answer to Connect (row 1).
 *
 * @param destination where the agent's events go
 */
public record Connected(String agentId, String destination, Mode mode, Instant time) implements Message {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public String aboutAgent() {
        return agentId;
    }
}

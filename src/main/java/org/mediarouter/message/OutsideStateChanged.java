package org.mediarouter.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Internal, in {@code CommunicationServer}, with the agent as message group: the contact centre says how an agent stands in
 * the medium that it routes. The members are those of {@code agent.OutsideState}.
 */
public record OutsideStateChanged(
        String agentId,
        boolean loggedIn,
        boolean unsure,
        boolean ready,
        @Nullable String reason,
        @Nullable TaskStateName call,
        Instant since,
        boolean read)
        implements Message {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public String aboutAgent() {
        return agentId;
    }
}

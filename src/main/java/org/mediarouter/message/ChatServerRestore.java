package org.mediarouter.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Chat Server that came back: nobody is sure any more who is there (extension, {@code JMSType}
 * {@code chat-server-restore}). Answered with {@link Restored}.
 *
 * @param agentIds whom it concerns; empty: every logged-in agent
 */
public record ChatServerRestore(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> agentIds) implements Command {
    /** On the wire the list is left out where it is empty: an empty one is refused, lest it mean everyone by mistake. */
    @JsonCreator
    static ChatServerRestore of(@JsonProperty("AgentIds") @Nullable List<String> agentIds) {
        return new ChatServerRestore(agentIds == null ? List.of() : agentIds);
    }

    @Override
    public String type() {
        return "chat-server-restore";
    }

    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public List<String> agents() {
        return agentIds;
    }

    /** Speaks for many: the answer goes to {@code JMSReplyTo} or {@code ChatServer}. */
    @Override
    public @Nullable String speaker() {
        return null;
    }
}

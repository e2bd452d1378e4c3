package org.mediarouter.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Chat Server that came back: nobody is sure any more who is there (extension, {@code JMSType}
 * {@code chat-server-restore}). Answered with {@link Restored}.
 *
 * @param agentIds whom it concerns; empty: every logged-in agent
 */
public record ChatServerRestore(List<String> agentIds) implements Command {
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

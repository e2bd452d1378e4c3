package org.mediarouter.message;

import java.time.Instant;

/**
 * The answer to chat-server-restore: how many agents became UNKNOWN and how many offers were withdrawn (extension).
 */
public record Restored(int agents, int tasks, Instant time) implements Message {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }
}

package org.mediarouter.message;

import java.time.Instant;

/**
 * A task has moved to another agent (row 9).
 */
public record TaskAgentTransferred(
        String taskId, String ownerAgentId, String recipientAgentId, String mrd, Instant time) implements Message {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public String aboutAgent() {
        return recipientAgentId;
    }

    @Override
    public String aboutTask() {
        return taskId;
    }

    @Override
    public String aboutMrd() {
        return mrd;
    }
}

package org.mediarouter.message;

import java.time.Instant;
import java.util.List;

/**
 * An agent has joined a task (row 6).
 *
 * @param participants all who are on the task, owner first
 */
public record TaskConferenced(
        String taskId,
        String ownerAgentId,
        String participantAgentId,
        String mrd,
        List<String> participants,
        Instant time)
        implements Message {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public String aboutAgent() {
        return ownerAgentId;
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

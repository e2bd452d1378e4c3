package org.mediarouter.message;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent is offered a task (row 15).
 *
 * @param offer counts the offers of the task from 1
 * @param acceptBefore when the offer is withdrawn unless accepted
 */
public record TaskAgentSelected(
        String taskId,
        String agentId,
        String mrd,
        String queue,
        int offer,
        @Nullable String requestId,
        Map<String, Object> attributes,
        Instant acceptBefore,
        Instant time)
        implements Message {
    @Override
    public Category category() {
        return Category.NEW_TASK;
    }

    @Override
    public String aboutAgent() {
        return agentId;
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

package org.mediarouter.message;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task to find an agent for (row 14).
 *
 * @param attributes values are String, Long, Double or Boolean
 */
public record NewTask(
        String taskId,
        String mrd,
        String queue,
        int priority,
        Map<String, Object> attributes,
        @Nullable String customerId,
        @Nullable String preferredAgentId,
        Instant expiresAt,
        Instant time)
        implements Message {
    @Override
    public Category category() {
        return Category.NEW_TASK;
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

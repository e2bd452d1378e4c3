package org.mediarouter.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent hands a task to another (row 7; row 8 with {@code mrd} and {@code time}) or back into a queue (extension).
 * Answered with {@link TaskAgentTransferred}, or {@link TaskState} QUEUED.
 *
 * @param recipientAgentId the new owner; null exactly where {@code recipientQueue} is given
 * @param recipientQueue a queue of the task's MRD
 */
public record Transfer(
        String taskId,
        String ownerAgentId,
        @Nullable String recipientAgentId,
        @Nullable String recipientQueue,
        @Nullable String mrd,
        @Nullable Instant time)
        implements Command {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public List<String> agents() {
        return recipientAgentId == null ? List.of(ownerAgentId) : List.of(ownerAgentId, recipientAgentId);
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
    public @Nullable String aboutMrd() {
        return mrd;
    }
}

package org.mediarouter.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer wants an agent (row 13). Answered with {@link TaskState} QUEUED, which carries the task's id.
 *
 * @param mrd the Media Routing Domain; may be left out where {@code queue} is given
 * @param queue the precision queue; else the MRD's default queue
 * @param priority 1-10, higher first
 * @param attributes free data: values are String, Long, Double or Boolean
 * @param requestId the client's own id, by which a repeated request is known
 * @param expiresIn seconds after which the task is given up; null: the MRD's {@code expiresAfter}
 */
public record Task(
        @Nullable String mrd,
        @Nullable String queue,
        int priority,
        Map<String, Object> attributes,
        @Nullable String customerId,
        @Nullable String preferredAgentId,
        @Nullable String requestId,
        @Nullable Double expiresIn)
        implements Command {
    @Override
    public Category category() {
        return Category.NEW_TASK;
    }

    @Override
    public List<String> agents() {
        return preferredAgentId == null ? List.of() : List.of(preferredAgentId);
    }

    /** Nobody speaks: the answer goes to {@code JMSReplyTo} or {@code ChatServer}. */
    @Override
    public @Nullable String speaker() {
        return null;
    }

    @Override
    public @Nullable String aboutMrd() {
        return mrd;
    }
}

package org.mediarouter.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Chat Server has brought another agent into a task (row 4; row 5 with {@code mrd} and {@code time}). Answered with
 * {@link TaskConferenced}.
 */
public record Conference(
        String taskId,
        String conferenceOwner,
        String conferenceParticipant,
        @Nullable String mrd,
        @Nullable Instant time)
        implements Command {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public List<String> agents() {
        return List.of(conferenceOwner, conferenceParticipant);
    }

    @Override
    public String aboutAgent() {
        return conferenceOwner;
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

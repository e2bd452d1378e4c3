package org.mediarouter.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A precision queue's figures (extension).
 *
 * @param longestWait seconds
 * @param agentsLoggedIn this and the next two: of the agents who match a step of the queue
 * @param estimatedWait seconds, of a task that would come now; null where nobody could say
 */
public record QueueState(
        String queue,
        String mrd,
        int waiting,
        double longestWait,
        int agentsLoggedIn,
        int agentsReady,
        int agentsBusy,
        @Nullable Double estimatedWait,
        Instant time)
        implements Message {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public String aboutMrd() {
        return mrd;
    }
}

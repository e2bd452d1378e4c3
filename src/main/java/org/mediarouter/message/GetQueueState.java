package org.mediarouter.message;

import java.util.List;

/** Asks for a precision queue's figures (extension). Answered with {@link QueueState}. */
public record GetQueueState(String queue) implements Command {
    @Override
    public Category category() {
        return Category.AGENT_STATE;
    }

    @Override
    public List<String> agents() {
        return List.of();
    }
}

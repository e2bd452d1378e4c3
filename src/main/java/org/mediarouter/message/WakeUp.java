package org.mediarouter.message;

import java.time.Instant;

/** Internal, in {@code RoutingEngine}: a deadline of that MRD is due. */
public record WakeUp(String mrd, Instant due) implements Message {
    @Override
    public Category category() {
        return Category.TASK_STATE;
    }

    @Override
    public String aboutMrd() {
        return mrd;
    }
}

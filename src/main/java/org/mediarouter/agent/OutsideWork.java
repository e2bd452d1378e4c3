package org.mediarouter.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.TaskStateName;

/**
 * What an agent does in an MRD whose work the contact centre routes.
 *
 * @param call RESERVED while it rings, ACTIVE or PAUSED (on hold) while it lasts, WRAP_UP after it; null without one
 * @param since when the contact centre says that this began, by its own clock: the newer of two reports counts
 */
public record OutsideWork(@Nullable TaskStateName call, Instant since) {
    /** From the ringing to the end of the talk: that comes before interruptible work. After-call work doesn't. */
    boolean inCall() {
        return call != null && call != TaskStateName.WRAP_UP;
    }
}

package org.mediarouter.routing.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One step of a precision queue. Its agents are tried until its timeout; then the next step adds its own.
 *
 * @param when a CEL expression over agent attributes, and the task's as {@code task.NAME}
 * @param timeout null: the queue stays in this step (only the last one may have none)
 * @param skipIf a CEL expression over {@code step.agentsLoggedIn}, {@code queue.waiting}, {@code queue.agentsReady} and
 *     {@code queue.longestWait} (seconds), evaluated when the step would be entered; where it holds nobody waits in
 *     this step
 */
public record Step(
        String when, @Nullable Duration timeout, @Nullable String skipIf) {
    public Step {
        requireNonNull(when, "when is null");
    }

    /** A step without timeout and without condition. */
    public static Step of(String when) {
        return new Step(when, null, null);
    }
}

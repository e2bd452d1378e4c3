package org.mediarouter.routing.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where tasks of one MRD wait, and which agents may take them.
 *
 * @param priority 1-10, higher first
 * @param maxWaiting how many tasks may wait; 0: any number
 * @param steps 1-10
 * @param overflow the queue of the same MRD that takes over when the last step's timeout passes too
 * @param agingAfter how often a waiting task's two priorities grow by one; null: never
 * @param preferredFor how long a task waits for its preferred agent, when he is logged in
 */
public record PrecisionQueue(
        String id,
        String mrd,
        Selection selection,
        int priority,
        int maxWaiting,
        List<Step> steps,
        @Nullable ServiceLevel serviceLevel,
        @Nullable String overflow,
        @Nullable Duration agingAfter,
        Duration preferredFor) {

    public static final Duration DEFAULT_PREFERRED_FOR = Duration.ofSeconds(30);

    public PrecisionQueue {
        requireNonNull(id, "id is null");
        requireNonNull(mrd, "mrd is null");
        requireNonNull(selection, "selection is null");
        requireNonNull(preferredFor, "preferredFor is null");
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("queue " + id + " has no step");
        }
    }

    /** A queue with these steps and the defaults for all else. */
    public static PrecisionQueue of(String id, String mrd, Step... steps) {
        return new PrecisionQueue(
                id, mrd, Selection.LONGEST_AVAILABLE, 1, 0, List.of(steps), null, null, null, DEFAULT_PREFERRED_FOR);
    }
}

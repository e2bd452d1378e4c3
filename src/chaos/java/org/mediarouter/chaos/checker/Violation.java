package org.mediarouter.chaos.checker;

import java.time.Instant;

/**
 * A guarantee that a history breaks.
 *
 * @param guarantee {@code G1} to {@code G6}
 * @param at when it shows
 * @param what is wrong, in a sentence
 * @param evidence the observations that show it
 */
public record Violation(String guarantee, Instant at, String what, String evidence) {
    @Override
    public String toString() {
        return guarantee + " at " + at + ": " + what + " (" + evidence + ")";
    }
}

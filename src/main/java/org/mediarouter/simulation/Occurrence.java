package org.mediarouter.simulation;

import org.jspecify.annotations.Nullable;

/**
 * Something that is going to happen, unless things have changed by then.
 *
 * @param number of those at the same time, the earlier planned first
 * @param turn the offer or conversation it belongs to
 */
record Occurrence(
        long time,
        long number,
        Kind kind,
        @Nullable Job job,
        @Nullable Worker worker,
        int turn) implements Comparable<Occurrence> {
    enum Kind {
        /** The agent accepts. */
        ANSWER,
        /** The customer has waited as long as he will. */
        LEAVE,
        /** The conversation is over. */
        DONE,
        /** The after-work is over. */
        WRAPPED_UP,
        /** A shift begins. */
        COME,
        /** A shift ends. */
        GO,
        /** The agent who let an offer pass is ready again. */
        RETURN
    }

    @Override
    public int compareTo(Occurrence other) {
        int byTime = Long.compare(time, other.time);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
}

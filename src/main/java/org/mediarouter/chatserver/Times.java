package org.mediarouter.chatserver;

import java.time.Duration;

/** Durations as seconds with a fraction, the unit of the arrivals' data. */
final class Times {
    private static final double LONGEST = 365.0 * 86_400;

    private Times() {}

    static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** Negative counts as none; what is longer than a year as a year. */
    static Duration ofSeconds(double seconds) {
        return Duration.ofNanos(Math.round(Math.max(0, Math.min(seconds, LONGEST)) * 1e9));
    }
}

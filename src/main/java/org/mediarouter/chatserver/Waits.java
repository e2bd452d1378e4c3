package org.mediarouter.chatserver;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** A distribution of waits, to the microsecond at the short end, up to a day. Not thread-safe. */
public final class Waits {
    private static final long LONGEST = Duration.ofDays(1).toNanos() / 1000;

    private final Histogram microseconds = new Histogram(LONGEST, 3);

    void add(Duration wait) {
        microseconds.recordValue(Math.max(0, Math.min(wait.toNanos() / 1000, LONGEST)));
    }

    public long count() {
        return microseconds.getTotalCount();
    }

    /** Mean in seconds; 0 of none. */
    public double mean() {
        return microseconds.getTotalCount() == 0 ? 0 : microseconds.getMean() / 1e6;
    }

    /**
     * In seconds; 0 of none.
     *
     * @param percent for example 99
     */
    public double percentile(double percent) {
        return microseconds.getTotalCount() == 0 ? 0 : microseconds.getValueAtPercentile(percent) / 1e6;
    }
}

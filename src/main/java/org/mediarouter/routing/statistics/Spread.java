package org.mediarouter.routing.statistics;

/**
 * How a kind of time is spread. Count, mean and largest are exact; percentiles to one part in a thousand.
 *
 * @param count how many there were
 * @param positive how many of them were not zero
 * @param mean this and all below in seconds; 0 where there were none
 */
public record Spread(long count, long positive, double mean, double max, double p50, double p90, double p99) {
    /** Seconds altogether. */
    public double sum() {
        return mean * count;
    }
}

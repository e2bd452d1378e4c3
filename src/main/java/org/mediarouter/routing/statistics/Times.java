package org.mediarouter.routing.statistics;

import java.util.Map;
import java.util.TreeMap;

/**
 * Collects times of one kind. They are counted by value, and values of two seconds or more only to eleven binary digits; most
 * collections are of one quarter of an hour and hold a few dozen, for which a histogram with a slot for every value is slow
 * to merge and to read.
 */
final class Times {
    private static final int DIGITS = 11;

    private long count;
    private long positive;
    private long sum;
    private long max;
    private final TreeMap<Long, Long> counts = new TreeMap<>();

    void add(long millis) {
        long time = Math.max(0, millis);
        count++;
        positive += time > 0 ? 1 : 0;
        sum += time;
        max = Math.max(max, time);
        counts.merge(rounded(time), 1L, Long::sum);
    }

    void add(Times other) {
        count += other.count;
        positive += other.positive;
        sum += other.sum;
        max = Math.max(max, other.max);
        other.counts.forEach((time, many) -> counts.merge(time, many, Long::sum));
    }

    Spread spread() {
        if (count == 0) {
            return new Spread(0, 0, 0, 0, 0, 0, 0);
        }
        return new Spread(count, positive, sum / 1000.0 / count, max / 1000.0, percent(50), percent(90), percent(99));
    }

    /** The largest time that counts as the same one. */
    private static long rounded(long time) {
        int excess = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(time) - DIGITS);
        return time | ((1L << excess) - 1);
    }

    private double percent(int part) {
        long wanted = Math.max(1, (count * part + 99) / 100);
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            wanted -= entry.getValue();
            if (wanted <= 0) {
                return Math.min(max, entry.getKey()) / 1000.0;
            }
        }
        return max / 1000.0;
    }
}

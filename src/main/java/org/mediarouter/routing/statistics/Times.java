package org.mediarouter.routing.statistics;

import org.HdrHistogram.PackedHistogram;
import org.jspecify.annotations.Nullable;

/** Collects times of one kind; the histogram is made with the first. */
final class Times {
    /** Three digits. */
    private static final int PRECISION = 3;

    private long count;
    private long positive;
    private long sum;
    private long max;
    private @Nullable PackedHistogram histogram;

    void add(long millis) {
        long time = Math.max(0, millis);
        count++;
        positive += time > 0 ? 1 : 0;
        sum += time;
        max = Math.max(max, time);
        histogram().recordValue(time);
    }

    void add(Times other) {
        count += other.count;
        positive += other.positive;
        sum += other.sum;
        max = Math.max(max, other.max);
        if (other.histogram != null) {
            histogram().add(other.histogram);
        }
    }

    Spread spread() {
        return count == 0
                ? new Spread(0, 0, 0, 0, 0, 0, 0)
                : new Spread(
                        count, positive, sum / 1000.0 / count, max / 1000.0, percent(50), percent(90), percent(99));
    }

    private double percent(double part) {
        return histogram == null ? 0 : Math.min(max, histogram.getValueAtPercentile(part)) / 1000.0;
    }

    private PackedHistogram histogram() {
        PackedHistogram present = histogram;
        if (present == null) {
            present = new PackedHistogram(PRECISION);
            present.setAutoResize(true);
            histogram = present;
        }
        return present;
    }
}

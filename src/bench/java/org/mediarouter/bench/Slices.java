package org.mediarouter.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One measurement in slices of some seconds, so that it and its limit can take turns: what the machine's host keeps back comes for ten
 * seconds and more at a time, and would else be one's alone.
 */
final class Slices {
    private final Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
    private final List<Double> keptBack = new ArrayList<>();

    /** Measures this, and then that, so many times. */
    static void inTurns(int times, Slices one, Callable<Histogram> first, Slices other, Callable<Histogram> second)
            throws Exception {
        for (int i = 0; i < times; i++) {
            one.add(first);
            other.add(second);
        }
    }

    private void add(Callable<Histogram> slice) throws Exception {
        Stolen stolen = new Stolen();
        micros.add(slice.call());
        stolen.percent().ifPresent(keptBack::add);
    }

    /** All times together, in milliseconds. */
    double percentile(double percent) {
        return micros.getValueAtPercentile(percent) / 1000.0;
    }

    /** What the host kept back of the processor time, in percent; the slices are of one length. */
    OptionalDouble keptBack() {
        return keptBack.stream().mapToDouble(Double::doubleValue).average();
    }
}

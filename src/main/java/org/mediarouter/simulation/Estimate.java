package org.mediarouter.simulation;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean over independent runs, and how sure it is.
 *
 * @param mean NaN where no run had anything to say
 * @param halfWidth of the confidence interval by Student's t; NaN with fewer than two runs
 * @param runs how many had something to say
 */
public record Estimate(double mean, double halfWidth, int runs) {
    /** What intervals hold by default. */
    public static final double CONFIDENCE = 0.95;

    /** @param values one of each run; NaN: none */
    public static Estimate of(double[] values, double confidence) {
        double[] some =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (some.length == 0) {
            return new Estimate(Double.NaN, Double.NaN, 0);
        }
        double mean = Arrays.stream(some).average().orElse(Double.NaN);
        if (some.length == 1) {
            return new Estimate(mean, Double.NaN, 1);
        }
        double t = new TDistribution(some.length - 1).inverseCumulativeProbability(0.5 + confidence / 2);
        return new Estimate(mean, t * standardError(some, mean), some.length);
    }

    /** Of the mean. */
    static double standardError(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    /** As people read it: {@code 20.8 ±0.4}. */
    String text(Measure.Unit unit) {
        if (Double.isNaN(mean)) {
            return "-";
        }
        return Double.isNaN(halfWidth) ? unit.text(mean) : unit.text(mean) + " ±" + unit.text(halfWidth);
    }
}

package org.mediarouter.simulation;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A measure under two configurations, on the same customers.
 *
 * @param a mean over the runs with the first
 * @param b mean over the runs with the second
 * @param difference b - a, of the pairs of runs with the same customers
 * @param p how likely such a difference, or a larger one, would be by chance alone (paired t test); NaN: nobody can say
 * @param adjusted the same, corrected for the number of comparisons made
 */
public record Difference(
        String subject, Measure measure, double a, double b, Estimate difference, double p, double adjusted) {

    /** Whether it is more than chance. */
    public boolean significant() {
        return adjusted < 1 - Estimate.CONFIDENCE;
    }

    static Difference of(String subject, Measure measure, double[] a, double[] b) {
        double[] pairs = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            pairs[i] = b[i] - a[i];
        }
        Estimate difference = Estimate.of(pairs, Estimate.CONFIDENCE);
        return new Difference(
                subject,
                measure,
                Estimate.of(a, Estimate.CONFIDENCE).mean(),
                Estimate.of(b, Estimate.CONFIDENCE).mean(),
                difference,
                p(pairs, difference),
                Double.NaN);
    }

    private static double p(double[] pairs, Estimate difference) {
        if (difference.runs() < 2) {
            return Double.NaN;
        }
        double[] some = Arrays.stream(pairs).filter(pair -> !Double.isNaN(pair)).toArray();
        double error = Estimate.standardError(some, difference.mean());
        if (error == 0) {
            return difference.mean() == 0 ? 1 : 0;
        }
        double t = Math.abs(difference.mean()) / error;
        return 2 * new TDistribution(some.length - 1).cumulativeProbability(-t);
    }

    Difference adjusted(double value) {
        return new Difference(subject, measure, a, b, difference, p, value);
    }
}

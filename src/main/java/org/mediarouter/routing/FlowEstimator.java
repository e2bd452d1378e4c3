package org.mediarouter.routing;

import org.jspecify.annotations.Nullable;
import org.mediarouter.task.WaitForecast;

/**
 * Estimates by how the line flows: how fast tasks were taken from it lately while somebody waited, and how fast customers left
 * it. Where little has been seen yet, the legacy formula's rate stands in. What then remains of errors is corrected by two
 * numbers, a factor and an offset, that move a little after each wait: up where it was longer than told, down where it was
 * shorter. So as many wait longer as shorter, and that is where the mean absolute error is smallest (stochastic gradient of
 * the absolute loss: R. Koenker, Quantile Regression, 2005).
 *
 * <p>O(1) for each event. A router that is rebuilt begins with the averages and learns again.
 */
public final class FlowEstimator implements WaitEstimator {
    /** Seconds after which what was seen counts for 1/e. Only time in which somebody waits counts. */
    private static final double MEMORY = 7200;
    /** The legacy formula's rate counts as much as so many tasks seen. */
    private static final double PRIOR_SERVED = 400;
    /** A customer leaves after ten minutes on average, which counts as much as so many who left. */
    private static final double PRIOR_LEFT = 5;

    private static final double PRIOR_PATIENCE = 600;
    /** How far the corrections move at a time. */
    private static final double STEP = 0.01;
    /** Places from which on the factor moves no faster. */
    private static final double MOST_PLACES = 5;

    private static final double LEAST_FACTOR = 0.1;
    private static final double MOST_FACTOR = 10;

    private long since;
    private int waiting;
    /** Served after a wait, and the seconds in which somebody waited; both fade. */
    private double served;

    private double seconds;
    /** Left, and the seconds waited by all; both fade. */
    private double left;

    private double waited;
    private double factor = 1;
    private double offset;

    @Override
    public void begins(long now) {
        pass(now);
        waiting++;
    }

    @Override
    public void served(long now, long wait, @Nullable Told told) {
        pass(now);
        waiting--;
        if (wait == 0) {
            return;
        }
        served++;
        if (told != null) {
            learn(Math.signum(wait / 1000.0 - told.seconds()), told);
        }
    }

    private void learn(double direction, Told told) {
        double places = Math.min(told.line() / told.aPlace(), MOST_PLACES);
        factor = Math.max(LEAST_FACTOR, Math.min(MOST_FACTOR, factor + STEP * direction * places / MOST_PLACES));
        offset += STEP * direction;
    }

    @Override
    public void gone(long now, boolean abandoned) {
        pass(now);
        waiting--;
        left += abandoned ? 1 : 0;
    }

    @Override
    public @Nullable Told estimate(Situation situation) {
        pass(situation.now());
        WaitForecast forecast = forecast(situation.agentsWorking(), situation.averageHandling());
        return forecast == null
                ? null
                : new Told(
                        forecast.seconds(situation.place()),
                        WaitForecast.line(situation.place(), forecast.served(), forecast.leaving()),
                        1 / forecast.served());
    }

    /** The same for all places; null where nobody could say. */
    @Nullable
    WaitForecast forecast(long now, int agentsWorking, @Nullable Double averageHandling) {
        pass(now);
        return forecast(agentsWorking, averageHandling);
    }

    private @Nullable WaitForecast forecast(int agentsWorking, @Nullable Double averageHandling) {
        if (agentsWorking == 0 || averageHandling == null || averageHandling <= 0) {
            return null;
        }
        double prior = agentsWorking / averageHandling;
        double rate = (PRIOR_SERVED + served) / (PRIOR_SERVED / prior + seconds);
        double leaving = (PRIOR_LEFT + left) / (PRIOR_LEFT * PRIOR_PATIENCE + waited);
        return new WaitForecast(offset / rate, factor, rate, leaving);
    }

    /** exp(-x): nearly always of very little, for which it need not be called. */
    private static double faded(double x) {
        return x < 0.001 ? 1 - x : Math.exp(-x);
    }

    private void pass(long now) {
        if (waiting > 0 && now > since) {
            double passed = (now - since) / 1000.0;
            double rest = faded(passed / MEMORY);
            served *= rest;
            seconds = seconds * rest + passed;
            left *= rest;
            waited = waited * rest + passed * waiting;
        }
        since = Math.max(since, now);
    }
}

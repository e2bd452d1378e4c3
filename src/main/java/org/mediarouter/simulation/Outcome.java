package org.mediarouter.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.mediarouter.routing.statistics.Figures;
import org.mediarouter.routing.statistics.Statistics;
import org.mediarouter.routing.statistics.Subject;

/**
 * What came of one run.
 *
 * @param queues by queue, and by MRD for its queues together: a value for each {@link Measure}, by its ordinal
 * @param occupancy by agent: the part of the time logged in that was worked, 0 to 1
 * @param curves by queue
 * @param turnedAway by queue: who was refused because no more may wait there, warm-up included
 * @param arrivals warm-up included
 */
public record Outcome(
        Map<Subject, double[]> queues,
        Map<String, Double> occupancy,
        Map<String, DayCurve> curves,
        Map<String, Long> turnedAway,
        long arrivals) {

    /** In how many parts a run tells its progress. */
    static final int STAGES = 50;

    /** Simulates once; {@code progress} is called {@link #STAGES} times. */
    static Outcome of(Plan plan, long seed, Runnable progress) {
        long from = plan.from() + plan.warmUp().toMillis();
        // Intervals begin at multiples of their length, and one is to begin with what counts.
        Statistics statistics = new Statistics(Duration.ofMillis(from), plan::threshold);
        DayCurves curves = new DayCurves(plan::threshold, from);
        Simulation simulation =
                new Simulation(plan.configuration(), plan.source().of(seed), plan.shifts(), event -> {
                    statistics.on(event);
                    curves.accept(event);
                });
        for (int stage = 1; stage <= STAGES; stage++) {
            simulation.run(plan.from() + (plan.to() - plan.from()) * stage / STAGES);
            progress.run();
        }
        if (plan.runOut()) {
            simulation.runOut();
        }
        return of(plan, from, statistics, curves, simulation);
    }

    private static Outcome of(Plan plan, long from, Statistics statistics, DayCurves curves, Simulation simulation) {
        long now = Math.max(simulation.now(), plan.to());
        Map<Subject, double[]> queues = new TreeMap<>();
        Map<String, Double> occupancy = new TreeMap<>();
        for (Subject subject : statistics.subjects()) {
            Figures figures = statistics.between(subject, from, Long.MAX_VALUE, now);
            if (subject.kind() == Subject.Kind.AGENT) {
                if (figures.loggedIn() > 0) {
                    occupancy.put(subject.id(), figures.occupancy());
                }
                continue;
            }
            if (figures.offered() + figures.waits().count() == 0) {
                continue;
            }
            double[] values = new double[Measure.values().length];
            for (Measure measure : Measure.values()) {
                values[measure.ordinal()] = measure.of(figures);
            }
            queues.put(subject, values);
        }
        return new Outcome(queues, occupancy, curves.byQueue(), simulation.turnedAway(), simulation.arrivals());
    }
}

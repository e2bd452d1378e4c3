package org.mediarouter.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mediarouter.routing.statistics.Subject;

/**
 * What came of several runs of a plan.
 *
 * @param queues by queue, and by MRD for its queues together
 * @param occupancy by agent
 * @param curves by queue
 * @param turnedAway by queue that had to refuse somebody: how many in a run
 */
public record Report(
        Plan plan,
        int runs,
        Map<Subject, Map<Measure, Estimate>> queues,
        Map<String, Estimate> occupancy,
        Map<String, DayCurve> curves,
        Map<String, Estimate> turnedAway) {

    /** Sums up. */
    public static Report of(Plan plan, List<Outcome> outcomes) {
        Map<Subject, Map<Measure, Estimate>> queues = new TreeMap<>();
        for (Subject subject : subjects(outcomes)) {
            Map<Measure, Estimate> estimates = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                estimates.put(measure, Estimate.of(values(outcomes, subject, measure), Estimate.CONFIDENCE));
            }
            queues.put(subject, estimates);
        }
        Map<String, Estimate> occupancy = new TreeMap<>();
        NavigableSet<String> agents = new TreeSet<>();
        outcomes.forEach(outcome -> agents.addAll(outcome.occupancy().keySet()));
        for (String agent : agents) {
            double[] values = outcomes.stream()
                    .mapToDouble(outcome -> outcome.occupancy().getOrDefault(agent, Double.NaN))
                    .toArray();
            occupancy.put(agent, Estimate.of(values, Estimate.CONFIDENCE));
        }
        return new Report(plan, outcomes.size(), queues, occupancy, curves(outcomes), turnedAway(outcomes));
    }

    static NavigableSet<Subject> subjects(List<Outcome> outcomes) {
        NavigableSet<Subject> subjects = new TreeSet<>();
        outcomes.forEach(outcome -> subjects.addAll(outcome.queues().keySet()));
        return subjects;
    }

    /** One of each run; NaN where a run has none. */
    static double[] values(List<Outcome> outcomes, Subject subject, Measure measure) {
        return outcomes.stream()
                .mapToDouble(outcome -> {
                    double[] values = outcome.queues().get(subject);
                    return values == null ? Double.NaN : values[measure.ordinal()];
                })
                .toArray();
    }

    private static Map<String, DayCurve> curves(List<Outcome> outcomes) {
        Map<String, DayCurve> curves = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            outcome.curves()
                    .forEach((queue, curve) ->
                            curves.computeIfAbsent(queue, id -> new DayCurve()).add(curve));
        }
        return curves;
    }

    private static Map<String, Estimate> turnedAway(List<Outcome> outcomes) {
        NavigableSet<String> queues = new TreeSet<>();
        outcomes.forEach(outcome -> queues.addAll(outcome.turnedAway().keySet()));
        Map<String, Estimate> turnedAway = new TreeMap<>();
        for (String queue : queues) {
            double[] values = outcomes.stream()
                    .mapToDouble(outcome -> outcome.turnedAway().getOrDefault(queue, 0L))
                    .toArray();
            turnedAway.put(queue, Estimate.of(values, Estimate.CONFIDENCE));
        }
        return turnedAway;
    }
}

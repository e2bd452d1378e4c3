package org.mediarouter.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import org.mediarouter.routing.statistics.Subject;

/**
 * Two plans on the same customers: what differs, and whether that is more than chance. With many comparisons some look
 * significant by chance alone; so all p are adjusted together (S. Holm, A Simple Sequentially Rejective Multiple Test
 * Procedure, Scand. J. Statistics 6, 1979).
 *
 * @param differences of each queue that both have, of the MRDs' queues together, and of the agents' mean occupancy
 * @param onlyA queues that tasks entered under the first plan only
 * @param onlyB the same of the second
 */
public record Comparison(
        Plan a, Plan b, int runs, List<Difference> differences, List<String> onlyA, List<String> onlyB) {
    private static final List<Measure> COMPARED = List.of(
            Measure.ABANDONED, Measure.WAIT_MEAN, Measure.WAIT_P90, Measure.LEVEL_IGNORING, Measure.LEVEL_NEGATIVE);

    /**
     * Compares.
     *
     * @param withA one outcome of each run
     * @param withB of the same seeds, in the same order
     */
    public static Comparison of(Plan a, Plan b, List<Outcome> withA, List<Outcome> withB) {
        if (withA.size() != withB.size()) {
            throw new IllegalArgumentException("Runs in pairs are compared");
        }
        NavigableSet<Subject> inA = Report.subjects(withA);
        NavigableSet<Subject> inB = Report.subjects(withB);
        List<Difference> differences = new ArrayList<>();
        for (Subject subject : inA) {
            // An MRD with one queue says nothing more than that queue, and each comparison weakens the others.
            if (inB.contains(subject) && (a.saysMore(subject, inA) || b.saysMore(subject, inB))) {
                for (Measure measure : COMPARED) {
                    differences.add(Difference.of(
                            ReportText.name(subject),
                            measure,
                            Report.values(withA, subject, measure),
                            Report.values(withB, subject, measure)));
                }
            }
        }
        differences.add(Difference.of("all agents", Measure.OCCUPANCY, occupancy(withA), occupancy(withB)));
        return new Comparison(a, b, withA.size(), holm(differences), without(inA, inB), without(inB, inA));
    }

    /** The mean of the agents' in each run; NaN where nobody was logged in. */
    private static double[] occupancy(List<Outcome> outcomes) {
        return outcomes.stream()
                .mapToDouble(outcome -> outcome.occupancy().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    private static List<String> without(NavigableSet<Subject> some, NavigableSet<Subject> others) {
        return some.stream()
                .filter(subject -> !others.contains(subject))
                .map(ReportText::name)
                .toList();
    }

    /** In the order given. */
    static List<Difference> holm(List<Difference> differences) {
        List<Difference> result = new ArrayList<>(differences);
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < differences.size(); i++) {
            if (!Double.isNaN(differences.get(i).p())) {
                known.add(i);
            }
        }
        known.sort(Comparator.comparingDouble(i -> differences.get(i).p()));
        double least = 0;
        for (int rank = 0; rank < known.size(); rank++) {
            Difference difference = differences.get(known.get(rank));
            least = Math.max(least, Math.min(1, difference.p() * (known.size() - rank)));
            result.set(known.get(rank), difference.adjusted(least));
        }
        return List.copyOf(result);
    }
}

package org.mediarouter.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mediarouter.routing.statistics.Subject;

/** A {@link Report} for the terminal. */
public final class ReportText {
    private static final int AGENTS_A_LINE = 5;

    private ReportText() {}

    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        List<Measure> waits = List.of(
                Measure.OFFERED,
                Measure.ABANDONED,
                Measure.WAIT_MEAN,
                Measure.WAIT_P50,
                Measure.WAIT_P90,
                Measure.WAIT_P99,
                Measure.ANSWER_WAIT);
        List<Measure> levels = List.of(Measure.LEVEL_IGNORING, Measure.LEVEL_NEGATIVE, Measure.LEVEL_POSITIVE);
        text.append(table("waits in seconds", report, waits, false)).append('\n');
        text.append(table("service level", report, levels, true)).append('\n');
        text.append("occupancy by agent\n").append(occupancy(report));
        report.turnedAway()
                .forEach((queue, count) -> text.append("\n" + queue + ": " + count.text(Measure.Unit.COUNT)
                        + " were turned away, because no more may wait there"));
        text.append('\n')
                .append(
                        report.runs() == 1
                                ? "One run: no confidence intervals.\n"
                                : "Means of " + report.runs() + " runs; ± is the 95 % confidence interval.\n");
        return text.toString();
    }

    private static String table(String title, Report report, List<Measure> measures, boolean thresholds) {
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of(title));
        if (thresholds) {
            head.add("within");
        }
        measures.forEach(measure -> head.add(measure.label()));
        table.row(head);
        for (Map.Entry<Subject, Map<Measure, Estimate>> entry : report.queues().entrySet()) {
            Subject subject = entry.getKey();
            if (!report.plan().saysMore(subject, report.queues().keySet())) {
                continue;
            }
            List<String> cells = new ArrayList<>(List.of(name(subject)));
            if (thresholds) {
                cells.add(
                        subject.kind() == Subject.Kind.MRD
                                ? ""
                                : Measure.Unit.SECONDS.text(report.plan()
                                                        .threshold(subject.id())
                                                        .toMillis()
                                                / 1000.0)
                                        + " s");
            }
            for (Measure measure : measures) {
                Estimate estimate = entry.getValue().get(measure);
                cells.add(estimate == null ? "-" : estimate.text(measure.unit()));
            }
            table.row(cells);
        }
        return table.toString();
    }

    static String name(Subject subject) {
        return subject.kind() == Subject.Kind.MRD ? "all of " + subject.id() : subject.id();
    }

    private static String occupancy(Report report) {
        TextTable table = new TextTable();
        List<String> cells = new ArrayList<>();
        for (Map.Entry<String, Estimate> entry : report.occupancy().entrySet()) {
            cells.add(entry.getKey() + " " + entry.getValue().text(Measure.Unit.PART));
            if (cells.size() == AGENTS_A_LINE) {
                table.row(cells);
                cells.clear();
            }
        }
        if (!cells.isEmpty()) {
            table.row(cells);
        }
        double mean = Arrays.stream(report.occupancy().values().stream()
                        .mapToDouble(Estimate::mean)
                        .toArray())
                .average()
                .orElse(Double.NaN);
        return table + (Double.isNaN(mean) ? "nobody worked\n" : "mean " + Measure.Unit.PART.text(mean) + "\n");
    }
}

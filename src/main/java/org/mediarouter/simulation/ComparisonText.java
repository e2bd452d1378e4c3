package org.mediarouter.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** A {@link Comparison} for the terminal, and for programs. */
public final class ComparisonText {
    private ComparisonText() {}

    public static String of(Comparison comparison) {
        TextTable table = new TextTable();
        table.row(List.of("queue", "measure", "A", "B", "B - A", "p (Holm)", ""));
        String before = "";
        for (Difference difference : comparison.differences()) {
            Measure.Unit unit = difference.measure().unit();
            boolean known = !Double.isNaN(difference.difference().mean());
            table.row(List.of(
                    difference.subject().equals(before) ? "" : difference.subject(),
                    label(difference.measure()),
                    known ? unit.text(difference.a()) : "-",
                    known ? unit.text(difference.b()) : "-",
                    difference.difference().text(unit),
                    p(difference.adjusted()),
                    difference.significant() ? "significant" : ""));
            before = difference.subject();
        }
        StringBuilder text = new StringBuilder(
                "A  " + comparison.a().name() + "\nB  " + comparison.b().name() + "\n\n" + table);
        only(text, "A", comparison.onlyA());
        only(text, "B", comparison.onlyB());
        long significant = comparison.differences().stream()
                .filter(Difference::significant)
                .count();
        return text.append("\n" + comparison.runs() + " pairs of runs on the same customers; ± is the 95 % confidence "
                        + "interval of the difference. " + significant + " of "
                        + comparison.differences().size()
                        + " differences are significant: more than chance at 5 %, all comparisons together.\n")
                .toString();
    }

    private static void only(StringBuilder text, String which, List<String> queues) {
        if (!queues.isEmpty()) {
            text.append("Only " + which + " has tasks in: " + String.join(", ", queues) + "\n");
        }
    }

    private static String label(Measure measure) {
        return measure.isLevel() ? "service level, " + measure.label() : measure.label();
    }

    private static String p(double p) {
        return Double.isNaN(p) ? "-" : p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    public static String json(Comparison comparison) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("a", comparison.a().name());
        root.put("b", comparison.b().name());
        root.put("runs", comparison.runs());
        root.put("confidence", Estimate.CONFIDENCE);
        ArrayNode differences = root.putArray("differences");
        for (Difference difference : comparison.differences()) {
            ObjectNode node = differences.addObject();
            node.put("subject", difference.subject());
            node.put("measure", difference.measure().member());
            node.put("a", ReportJson.number(difference.a()));
            node.put("b", ReportJson.number(difference.b()));
            node.set("difference", ReportJson.estimate(difference.difference()));
            node.put("p", ReportJson.number(difference.p()));
            node.put("pHolm", ReportJson.number(difference.adjusted()));
            node.put("significant", difference.significant());
        }
        comparison.onlyA().forEach(root.putArray("onlyA")::add);
        comparison.onlyB().forEach(root.putArray("onlyB")::add);
        return root.toPrettyString();
    }
}

package org.mediarouter.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.ServiceLevelType;
import org.mediarouter.routing.statistics.Subject;

/**
 * A {@link Report} for programs: {@code {"name", "runs", "from", "to", "queues": {ID: {"waitMean": {"mean", "halfWidth"}, ...,
 * "threshold", "day": [...]}}, "mrds": {...}, "agents": {ID: {"occupancy": ...}}}}. Seconds; parts from 0 to 1; what could
 * not be said is null.
 */
public final class ReportJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReportJson() {}

    public static String of(Report report) {
        return node(report).toPrettyString();
    }

    static ObjectNode node(Report report) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("name", report.plan().name());
        root.put("runs", report.runs());
        root.put("confidence", Estimate.CONFIDENCE);
        root.put("from", Instant.ofEpochMilli(report.plan().from()).toString());
        root.put("to", Instant.ofEpochMilli(report.plan().to()).toString());
        root.put("warmUpSeconds", report.plan().warmUp().toSeconds());
        ObjectNode queues = root.putObject("queues");
        ObjectNode mrds = root.putObject("mrds");
        for (Map.Entry<Subject, Map<Measure, Estimate>> entry : report.queues().entrySet()) {
            Subject subject = entry.getKey();
            boolean queue = subject.kind() == Subject.Kind.QUEUE;
            ObjectNode node = (queue ? queues : mrds).putObject(subject.id());
            entry.getValue().forEach((measure, estimate) -> {
                if (measure != Measure.OCCUPANCY || !queue) {
                    node.set(measure.member(), estimate(estimate));
                }
            });
            if (queue) {
                node.put("threshold", report.plan().threshold(subject.id()).toMillis() / 1000.0);
                Estimate turnedAway = report.turnedAway().get(subject.id());
                node.set("turnedAway", turnedAway == null ? NODES.numberNode(0) : estimate(turnedAway));
                DayCurve curve = report.curves().get(subject.id());
                if (curve != null) {
                    node.set("day", day(curve, report.runs()));
                }
            }
        }
        ObjectNode agents = root.putObject("agents");
        report.occupancy().forEach((agent, occupancy) -> agents.putObject(agent).set("occupancy", estimate(occupancy)));
        return root;
    }

    static ObjectNode estimate(Estimate estimate) {
        ObjectNode node = NODES.objectNode();
        node.put("mean", number(estimate.mean()));
        node.put("halfWidth", number(estimate.halfWidth()));
        return node;
    }

    static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static ArrayNode day(DayCurve curve, int runs) {
        ArrayNode day = NODES.arrayNode();
        for (int part = 0; part < DayCurve.PARTS; part++) {
            ObjectNode node = day.addObject();
            node.put("time", time(part));
            node.put("offered", curve.offered(part) / (double) runs);
            node.put("waitMean", curve.meanWait(part));
            for (ServiceLevelType type : ServiceLevelType.values()) {
                Measure measure = switch (type) {
                    case IGNORE_ABANDONED -> Measure.LEVEL_IGNORING;
                    case ABANDONED_NEGATIVE -> Measure.LEVEL_NEGATIVE;
                    case ABANDONED_POSITIVE -> Measure.LEVEL_POSITIVE;
                };
                node.put(measure.member(), curve.serviceLevel(part, type));
            }
        }
        return day;
    }

    static String time(int part) {
        return String.format(java.util.Locale.ROOT, "%02d:%02d", part / 2, part % 2 * 30);
    }
}

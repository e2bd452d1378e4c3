package org.mediarouter.routing.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.expression.Suggestion;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Selection;
import org.mediarouter.routing.model.ServiceLevel;
import org.mediarouter.routing.model.ServiceLevelType;
import org.mediarouter.routing.model.Step;

/** Reads {@code queues}. */
final class QueueSection {

    private final Map<String, Entry> mrds;
    private final Map<String, Entry> queues;
    private final ExpressionCheck expressions;

    QueueSection(Map<String, Entry> mrds, Map<String, Entry> queues, ExpressionCheck expressions) {
        this.mrds = mrds;
        this.queues = queues;
        this.expressions = expressions;
    }

    List<PrecisionQueue> read(List<Entry> entries) {
        List<PrecisionQueue> read = new ArrayList<>();
        for (Entry entry : entries) {
            String mrd = entry.text("mrd");
            if (mrd != null && !mrds.containsKey(mrd)) {
                entry.mistake("mrd", "there is no MRD '" + mrd + "'", Suggestion.among(mrds.keySet(), mrd));
            }
            if (entry.usable()) {
                checkOverflow(entry);
                read.add(queue(entry));
            }
        }
        return read;
    }

    private PrecisionQueue queue(Entry entry) {
        Duration aging = entry.duration("agingAfter");
        if (aging != null && aging.isZero()) {
            entry.mistake("agingAfter", "'agingAfter' can't be zero", "leave it out to switch aging off");
        }
        return new PrecisionQueue(
                entry.required("id"),
                entry.required("mrd"),
                entry.choice("selection", Selection.LONGEST_AVAILABLE),
                entry.whole("priority", 1),
                entry.whole("maxWaiting", 0),
                steps(entry),
                serviceLevel(entry),
                entry.text("overflow"),
                aging,
                entry.duration("preferredFor", PrecisionQueue.DEFAULT_PREFERRED_FOR));
    }

    private List<Step> steps(Entry queue) {
        List<Entry> entries = queue.list("steps");
        List<Step> steps = new ArrayList<>();
        for (Entry entry : entries) {
            boolean last = steps.size() == entries.size() - 1;
            if (!last && !entry.has("timeout")) {
                entry.log()
                        .add(
                                entry.document().place(entry.pointer()),
                                "this step has no timeout, so that the next one would never be reached",
                                "add 'timeout: 30s'");
            }
            expressions.checkStep(entry);
            steps.add(new Step(entry.required("when"), entry.duration("timeout"), entry.text("skipIf")));
        }
        return steps;
    }

    private static @Nullable ServiceLevel serviceLevel(Entry queue) {
        if (!queue.has("serviceLevel")) {
            return null;
        }
        Entry entry = queue.in("serviceLevel");
        return new ServiceLevel(
                entry.positive("threshold", Duration.ofSeconds(20)),
                entry.choice("type", ServiceLevelType.IGNORE_ABANDONED));
    }

    private void checkOverflow(Entry entry) {
        String name = entry.text("overflow");
        if (name == null) {
            return;
        }
        Entry next = queues.get(name);
        if (next == null) {
            entry.mistake("overflow", "there is no queue '" + name + "'", Suggestion.among(queues.keySet(), name));
            return;
        }
        if (!entry.required("mrd").equals(next.text("mrd"))) {
            entry.mistake(
                    "overflow",
                    "queue '" + name + "' belongs to the MRD '" + next.text("mrd") + "'",
                    "name a queue of '" + entry.required("mrd") + "'");
        }
        List<Entry> steps = entry.list("steps");
        if (!steps.get(steps.size() - 1).has("timeout")) {
            entry.mistake(
                    "overflow",
                    "the last step has no timeout, so that no task would ever move on",
                    "add 'timeout: 60s' to the last step");
        }
        checkLoop(entry);
    }

    private void checkLoop(Entry entry) {
        List<String> path = new ArrayList<>();
        Entry at = entry;
        while (at != null && at.text("id") != null) {
            String id = at.required("id");
            if (path.contains(id)) {
                // Each queue of a loop is named once, at its own 'overflow'; those that only lead there are not.
                if (path.get(0).equals(id)) {
                    path.add(id);
                    entry.mistake(
                            "overflow",
                            "tasks would go round: " + String.join(" -> ", path),
                            "leave out 'overflow' in one of them");
                }
                return;
            }
            path.add(id);
            String next = at.text("overflow");
            at = next == null ? null : queues.get(next);
        }
    }
}

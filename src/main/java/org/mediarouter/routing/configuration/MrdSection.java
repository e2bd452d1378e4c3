package org.mediarouter.routing.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mediarouter.routing.expression.Suggestion;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.routing.model.TransferMode;
import org.mediarouter.routing.model.WrapUp;

/** Reads {@code mediaRoutingDomains}. */
final class MrdSection {

    private MrdSection() {}

    static List<Mrd> read(List<Entry> entries, Map<String, Entry> queues) {
        List<Mrd> mrds = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.usable()) {
                checkDefaultQueue(entry, queues);
                mrds.add(mrd(entry));
            }
        }
        return mrds;
    }

    private static Mrd mrd(Entry entry) {
        boolean interruptible = entry.flag("interruptible", false);
        List<String> reasonCodes = new ArrayList<>();
        entry.get("reasonCodes").forEach(code -> reasonCodes.add(code.asText()));
        return new Mrd(
                entry.required("id"),
                entry.whole("maxTasks", Mrd.DEFAULT_MAX_TASKS),
                interruptible,
                entry.choice("onInterrupt", OnInterrupt.KEEP),
                entry.flag("concurrent", interruptible),
                entry.positive("acceptWithin", Mrd.DEFAULT_ACCEPT_WITHIN),
                entry.choice("wrapUp", WrapUp.OPTIONAL),
                entry.positive("wrapUpWithin", Mrd.DEFAULT_WRAP_UP_WITHIN),
                entry.positive("expiresAfter", Mrd.DEFAULT_EXPIRES_AFTER),
                entry.positive("unknownFor", Mrd.DEFAULT_UNKNOWN_FOR),
                entry.text("defaultQueue"),
                reasonCodes,
                entry.flag("reasonCodeRequired", false),
                entry.choice("transferMode", TransferMode.DIRECT),
                entry.whole("maxAgentsOnTask", Mrd.DEFAULT_MAX_AGENTS_ON_TASK));
    }

    private static void checkDefaultQueue(Entry entry, Map<String, Entry> queues) {
        String name = entry.text("defaultQueue");
        if (name == null) {
            return;
        }
        Entry queue = queues.get(name);
        if (queue == null) {
            entry.mistake("defaultQueue", "there is no queue '" + name + "'", Suggestion.among(queues.keySet(), name));
        } else if (!entry.required("id").equals(queue.text("mrd"))) {
            entry.mistake(
                    "defaultQueue",
                    "queue '" + name + "' belongs to the MRD '" + queue.text("mrd") + "'",
                    "name a queue of '" + entry.required("id") + "'");
        }
    }
}

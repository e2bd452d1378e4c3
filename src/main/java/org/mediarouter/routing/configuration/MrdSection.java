package org.mediarouter.routing.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mediarouter.routing.expression.Suggestion;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.routing.model.Outside;
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
                entry.whole("maxAgentsOnTask", Mrd.DEFAULT_MAX_AGENTS_ON_TASK),
                outside(entry, interruptible));
    }

    private static Outside outside(Entry entry, boolean interruptible) {
        boolean external = entry.flag("external", false);
        Map<String, Integer> codes = new TreeMap<>();
        entry.get("externalReasonCodes")
                .properties()
                .forEach(code -> codes.put(code.getKey(), code.getValue().asInt()));
        if (external && entry.flag("blend", false)) {
            entry.mistake(
                    "blend",
                    "what is asked for in an external MRD goes to the contact centre anyway",
                    "set blend in the MRDs whose log-in, READY, NOT_READY and log-out shall go there too");
        }
        if (external && interruptible) {
            entry.mistake(
                    "interruptible",
                    "nothing can interrupt what the contact centre routes",
                    "leave interruptible out here, and set it in the MRDs that a call may interrupt");
        }
        if (!external && !codes.isEmpty()) {
            entry.mistake(
                    "externalReasonCodes",
                    "only an external MRD has reason codes of the contact centre",
                    "set them in the MRD that has external: true");
        }
        return new Outside(external, entry.flag("blend", false), codes);
    }

    /** The contact centre routes there, so that we can't. */
    static void checkQueues(List<Mrd> mrds, Map<String, Entry> queues) {
        for (Entry queue : queues.values()) {
            String name = queue.text("mrd");
            if (mrds.stream()
                    .anyMatch(mrd -> mrd.outside().external() && mrd.id().equals(name))) {
                queue.mistake(
                        "mrd",
                        "the MRD '" + name + "' is external: nothing is routed there by queues",
                        "name an MRD of our own, or take external: true away");
            }
        }
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

package org.mediarouter.arrivals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who worked when, as far as the calls of a day show it. How many were on duty was not recorded, so: each agent's label is
 * one agent, on duty from the beginning of a first call to the end of a last one, and away where half an hour passes
 * without a call.
 */
public final class CallRoster {
    private static final int AWAY = 1800;
    /** What an agent needs after a call where the data don't say: the median of where they do. */
    public static final int USUAL_AFTER_WORK = 5;

    /** Seconds of the day. */
    public record Presence(int from, int to) {}

    private final Map<String, List<Call>> byAgent = new TreeMap<>();

    /** @param day the calls of one day */
    public CallRoster(List<Call> day) {
        for (Call call : day) {
            if (call.served() && !call.agent().isEmpty()) {
                byAgent.computeIfAbsent(call.agent(), agent -> new ArrayList<>())
                        .add(call);
            }
        }
        byAgent.values()
                .forEach(calls -> calls.sort(
                        java.util.Comparator.comparingInt(Call::answered).thenComparingInt(Call::ended)));
    }

    /** By label, in order of the labels. */
    public Map<String, List<Presence>> presences() {
        Map<String, List<Presence>> presences = new TreeMap<>();
        byAgent.forEach((agent, calls) -> presences.put(agent, presences(calls)));
        return presences;
    }

    private static List<Presence> presences(List<Call> calls) {
        List<Presence> presences = new ArrayList<>();
        int from = calls.get(0).answered();
        int to = calls.get(0).ended();
        for (Call call : calls) {
            if (call.answered() - to > AWAY) {
                presences.add(new Presence(from, to));
                from = call.answered();
                to = call.ended();
            }
            to = Math.max(to, call.ended());
        }
        presences.add(new Presence(from, to));
        return presences;
    }

    /**
     * What the agents did after each call before they took the next: known where the next caller had waited, for then the
     * agent was not just idle.
     */
    public Map<Call, Duration> afterWork() {
        Map<Call, Duration> afterWork = new HashMap<>();
        for (List<Call> calls : byAgent.values()) {
            for (int i = 0; i < calls.size(); i++) {
                Call next = i + 1 < calls.size() ? calls.get(i + 1) : null;
                int gap = next == null ? -1 : next.answered() - calls.get(i).ended();
                boolean known = next != null && next.waited() > 0 && gap >= 0 && gap <= AWAY;
                afterWork.put(calls.get(i), Duration.ofSeconds(known ? gap : USUAL_AFTER_WORK));
            }
        }
        return afterWork;
    }
}

package org.mediarouter.routing.statistics;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tallies of all subjects, interval by interval. */
final class Ledger {
    private final long interval;
    private final Map<Subject, NavigableMap<Long, Tally>> tallies = new HashMap<>();

    /** @param interval in milliseconds */
    Ledger(long interval) {
        this.interval = interval;
    }

    Tally at(Subject subject, long time) {
        return tallies.computeIfAbsent(subject, one -> new TreeMap<>())
                .computeIfAbsent(startOf(time), start -> new Tally());
    }

    /** Calls for each part of a time that lies in an interval of its own. */
    void split(Subject subject, long from, long to, Share share) {
        for (long start = from; start < to; ) {
            long end = Math.min(to, startOf(start) + interval);
            share.of(at(subject, start), end - start);
            start = end;
        }
    }

    NavigableMap<Long, Tally> of(Subject subject) {
        return tallies.getOrDefault(subject, new TreeMap<>());
    }

    Set<Subject> subjects() {
        return new TreeSet<>(tallies.keySet());
    }

    long endOf(long start) {
        return start + interval;
    }

    long startOf(long time) {
        return Math.floorDiv(time, interval) * interval;
    }

    /** What part of a time goes into a tally. */
    interface Share {
        void of(Tally tally, long millis);
    }
}

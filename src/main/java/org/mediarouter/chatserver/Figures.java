package org.mediarouter.chatserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A {@link Snapshot} in words: several lines to be redrawn in place, or one. */
final class Figures {
    private Figures() {}

    static List<String> table(Snapshot now) {
        Counts counts = now.counts();
        List<String> lines = new ArrayList<>();
        lines.add("open " + clock(now.open()) + "   signed in " + now.signedIn()
                + (now.refusedAgents().isEmpty()
                        ? ""
                        : "   refused " + now.refusedAgents().size()));
        lines.add("agents  " + agents(now));
        lines.add("tasks   asked " + counts.asked + "  waiting " + now.waiting() + "  assigned " + now.assigned()
                + "  ended " + counts.ended() + "  abandoned " + counts.abandoned);
        lines.add("waits   to offer p50 " + span(now.untilSelected().median()) + " p99 "
                + span(now.untilSelected().ninetyNinth()) + "   to acceptance p50 "
                + span(now.untilAccepted().median()) + " p99 "
                + span(now.untilAccepted().ninetyNinth()));
        lines.add("events  " + events(counts));
        return lines;
    }

    static String line(Snapshot now) {
        Counts counts = now.counts();
        if (now.open().isZero()) {
            return "signed in " + now.signedIn() + " | " + agents(now);
        }
        return clock(now.open()) + " asked " + counts.asked + " waiting " + now.waiting() + " assigned "
                + now.assigned() + " ended " + counts.ended() + " | offer p50 "
                + span(now.untilSelected().median()) + " p99 "
                + span(now.untilSelected().ninetyNinth()) + " | " + events(counts) + " | " + agents(now);
    }

    static String events(Counts counts) {
        return "RONA " + counts.rona + "  rejected " + counts.rejections + "  paused " + counts.pauses
                + "  transferred " + counts.transfers + "  requeued " + counts.requeues + "  conferences "
                + counts.conferences;
    }

    /** A time in the unit that suits it, for example {@code 4.2 ms}, {@code 12.0 s}, {@code 3.5 min}. */
    static String span(double seconds) {
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.1f ms", seconds * 1000);
        }
        return seconds < 120
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }

    private static String agents(Snapshot now) {
        return now.agentsByState().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("  "));
    }

    private static String clock(Duration time) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}

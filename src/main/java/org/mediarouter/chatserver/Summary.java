package org.mediarouter.chatserver;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a demonstration ended. Waits in seconds of the clock, those by hour in seconds of the replayed day.
 *
 * @param passed whether every task that was asked for ended in exactly one final state, nothing is unaccounted for, and
 *     no message went astray
 * @param findings what speaks against it
 * @param seconds how long customers came
 * @param deadLetters messages in {@code DLQ}; null where nobody could say; likewise {@code invalid}
 */
public record Summary(
        boolean passed,
        List<String> findings,
        double seconds,
        int agents,
        Map<String, String> refusedAgents,
        Counts counts,
        long ended,
        Snapshot.Wait untilSelected,
        Snapshot.Wait untilAccepted,
        @Nullable Long deadLetters,
        @Nullable Long invalid,
        @Nullable List<HourComparison> hours) {

    static Summary of(
            Scenario scenario, Snapshot end, double seconds, @Nullable Long deadLetters, @Nullable Long invalid) {
        List<String> findings = findings(end, deadLetters, invalid);
        return new Summary(
                findings.isEmpty(),
                findings,
                seconds,
                scenario.agents().size(),
                end.refusedAgents(),
                end.counts(),
                end.counts().ended(),
                end.untilSelected(),
                end.untilAccepted(),
                deadLetters,
                invalid,
                scenario.day() == null ? null : HourComparison.of(scenario.day(), end.hours(), scenario.speed()));
    }

    private static List<String> findings(Snapshot end, @Nullable Long deadLetters, @Nullable Long invalid) {
        List<String> findings = new ArrayList<>(end.faults());
        Counts counts = end.counts();
        if (!end.unsettled().isEmpty()) {
            findings.add(end.unsettled().size() + " tasks without a verified end, first "
                    + end.unsettled().get(0));
        }
        if (counts.asked != counts.ended() + counts.refusedTasks) {
            findings.add(counts.asked + " tasks were asked for, " + counts.ended() + " ended and " + counts.refusedTasks
                    + " were refused");
        }
        if (counts.asked == 0) {
            findings.add("no customer came");
        }
        if (!end.refusedAgents().isEmpty()) {
            findings.add(end.refusedAgents().size() + " agents can't work, first " + end.refusedAgents());
        }
        if (end.unreadable() > 0) {
            findings.add(end.unreadable() + " messages were not what the protocol says");
        }
        if (end.unanswered() > 0) {
            findings.add(end.unanswered() + " commands were not answered");
        }
        if (deadLetters != null && deadLetters > 0) {
            findings.add(deadLetters + " messages in DLQ");
        }
        if (invalid != null && invalid > 0) {
            findings.add(invalid + " messages in Invalid");
        }
        return findings;
    }

    /** For people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format("%-28s %s", "agents", agents));
        lines.add(String.format("%-28s %s in %.0f s (%.1f/s)", "tasks asked for", counts.asked, seconds, rate()));
        lines.add(String.format("%-28s %s, verified %s", "tasks ended", ended, counts.verified));
        counts.closed.forEach((reason, count) -> lines.add(String.format("%-28s %s", "  " + reason, count)));
        lines.add(String.format("%-28s %s", "left before an agent answered", counts.abandoned));
        lines.add(String.format("%-28s %s", "offers, accepted tasks", counts.offers + ", " + counts.accepted));
        lines.add(String.format("%-28s %s", "RONA, rejections", counts.rona + ", " + counts.rejections));
        lines.add(String.format("%-28s %s", "transfers, back to queues", counts.transfers + ", " + counts.requeues));
        lines.add(String.format("%-28s %s", "conferences", counts.conferences));
        lines.add(String.format("%-28s %s", "pauses, wrap-ups", counts.pauses + ", " + counts.wrapUps));
        lines.add(String.format("%-28s %s", "Task to offer", wait(untilSelected)));
        lines.add(String.format("%-28s %s", "Task to acceptance", wait(untilAccepted)));
        lines.add(String.format(
                "%-28s %s", "refused commands", counts.errors.isEmpty() ? "none" : counts.errors.toString()));
        if (deadLetters != null || invalid != null) {
            lines.add(String.format("%-28s %s, %s", "messages in DLQ, Invalid", deadLetters, invalid));
        }
        if (hours != null) {
            lines.add("");
            lines.addAll(HourComparison.lines(hours));
        }
        lines.add("");
        findings.forEach(finding -> lines.add("NOT RIGHT: " + finding));
        lines.add(
                passed
                        ? "Every task ended in exactly one final state."
                        : "The demonstration did not end as it should have.");
        return lines;
    }

    /** For programs: one JSON object. */
    public String json() {
        try {
            return JsonMapper.builder()
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The summary can't be written as JSON", e);
        }
    }

    private double rate() {
        return seconds <= 0 ? 0 : counts.asked / seconds;
    }

    private static String wait(Snapshot.Wait wait) {
        return "p50 " + Figures.span(wait.median()) + ", p99 " + Figures.span(wait.ninetyNinth()) + ", mean "
                + Figures.span(wait.mean());
    }
}

package org.mediarouter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** An explanation for people: a paragraph for each offer, a line for each agent who matters. */
final class ExplanationText {
    /** Who qualified, and who didn't: so many of each; JSON has the others. */
    private static final int LINES = 12;

    private static final Map<String, String> PREFERRED = Map.of(
            "WAITED_FOR", "the task waits for him alone",
            "AWAY", "he is not logged in, so anybody may take the task",
            "NO_STEP_MATCHED", "he matches no step reached, so anybody may take the task",
            "REJECTED_IT", "he rejected the task, so anybody may take it",
            "TIME_OVER", "the time to wait for him is over, so anybody may take the task");

    private static final Map<String, String> AGAINST = Map.ofEntries(
            Map.entry("NOT_LOGGED_IN", "not logged in"),
            Map.entry("NO_STEP_MATCHED", "matches no step of the queue"),
            Map.entry("STEP_NOT_REACHED", "matches step %d, which is not reached"),
            Map.entry("NOT_READY", "not ready"),
            Map.entry("INTERRUPTED", "interrupted by a task in another MRD"),
            Map.entry("UNSURE", "unknown since a restore"),
            Map.entry("WRAPPING_UP", "in wrap-up"),
            Map.entry("BUSY_ELSEWHERE", "at work in another MRD"),
            Map.entry("MAY_NOT_TAKE", "may not take a task now"),
            Map.entry("CAPACITY_FULL", "full"),
            Map.entry("REJECTED_IT", "rejected it"),
            Map.entry("ANOTHER_IS_PREFERRED", "another agent is preferred"));

    private final DateTimeFormatter clock;

    ExplanationText(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    }

    String of(JsonNode task) {
        StringBuilder text = new StringBuilder();
        text.append("Task ").append(task.path("taskId").asText());
        text.append(": ").append(task.path("state").asText());
        if (task.hasNonNull("reason")) {
            text.append(" (").append(task.path("reason").asText()).append(')');
        }
        text.append(", MRD ").append(task.path("mrd").asText());
        text.append(", queue ").append(task.path("queue").asText());
        text.append(", since ").append(time(task.path("queuedAt"))).append('\n');
        for (JsonNode offer : task.path("offers")) {
            offer(text, offer);
        }
        if (task.hasNonNull("now")) {
            text.append("\nNow, it waits.\n");
            why(text, task.path("now"));
        }
        return text.toString().stripTrailing();
    }

    private void offer(StringBuilder text, JsonNode offer) {
        text.append("\nOffer ").append(offer.path("offer").asInt());
        text.append(" to ").append(offer.path("agentId").asText());
        text.append(" at ").append(time(offer.path("at")));
        text.append(": ").append(offer.path("outcome").asText());
        if (offer.hasNonNull("endedAt")) {
            text.append(" at ").append(time(offer.path("endedAt")));
        }
        text.append('\n');
        if (offer.hasNonNull("why")) {
            why(text, offer.path("why"));
        } else {
            text.append("  a transfer named the agent, or the reasons are forgotten\n");
        }
    }

    private void why(StringBuilder text, JsonNode why) {
        text.append("  step ").append(why.path("step").asInt() + 1);
        text.append(" of ").append(why.path("steps").asInt());
        text.append(" (").append(why.path("when").asText()).append(") since ");
        text.append(time(why.path("stepSince")));
        if (why.hasNonNull("stepEnds")) {
            text.append(", until ").append(time(why.path("stepEnds")));
        }
        String selection =
                why.path("selection").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        text.append("; selection ").append(selection).append('\n');
        if (why.hasNonNull("preference")) {
            JsonNode preference = why.path("preference");
            text.append("  prefers ").append(preference.path("agentId").asText());
            text.append(": ")
                    .append(PREFERRED.getOrDefault(preference.path("state").asText(), ""))
                    .append('\n');
        }
        agents(text, why);
        counts(text, why);
    }

    private void agents(StringBuilder text, JsonNode why) {
        int better = 0;
        int against = 0;
        for (JsonNode one : why.path("candidates")) {
            boolean qualifies = one.path("verdict").asText().equals("QUALIFIES");
            int line = qualifies ? ++better : ++against;
            if (line <= LINES && !one.path("verdict").asText().equals("NO_STEP_MATCHED")) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %3s %-16s %s%n",
                        qualifies ? line + "." : "-",
                        one.path("agentId").asText(),
                        qualifies ? speaksFor(one) : speaksAgainst(one)));
            }
        }
    }

    private String speaksFor(JsonNode one) {
        return "available since " + time(one.path("availableSince")) + ", has "
                + one.path("held").asInt() + " of "
                + one.path("capacity").asInt() + ", skill " + one.path("skill").asInt() + ", step "
                + (one.path("step").asInt() + 1);
    }

    private String speaksAgainst(JsonNode one) {
        String verdict = one.path("verdict").asText();
        String told = String.format(
                Locale.ROOT,
                AGAINST.getOrDefault(verdict, verdict),
                one.path("step").asInt() + 1);
        if (verdict.equals("CAPACITY_FULL")) {
            return told + ": has " + one.path("held").asInt() + " of "
                    + one.path("capacity").asInt();
        }
        return verdict.equals("REJECTED_IT") && one.hasNonNull("notBefore")
                ? told + ", not again before " + time(one.path("notBefore")) + ", then only if no other wants it"
                : told;
    }

    private static void counts(StringBuilder text, JsonNode why) {
        StringBuilder counts = new StringBuilder();
        why.path("counts").properties().forEach(entry -> {
            String verdict = entry.getKey();
            String told = verdict.equals("QUALIFIES")
                    ? "qualify"
                    : verdict.equals("STEP_NOT_REACHED")
                            ? "match a later step"
                            : AGAINST.getOrDefault(verdict, verdict);
            counts.append(counts.isEmpty() ? "  in all: " : ", ")
                    .append(entry.getValue().asInt())
                    .append(' ')
                    .append(told.replace("matches", "match"));
        });
        int more = why.path("notLookedAt").asInt();
        if (more > 0) {
            counts.append(", ").append(more).append(" more not looked at");
        }
        text.append(counts).append('\n');
    }

    private String time(JsonNode millis) {
        return clock.format(Instant.ofEpochMilli(millis.asLong()));
    }
}

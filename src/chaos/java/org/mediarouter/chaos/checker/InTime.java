package org.mediarouter.chaos.checker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** G6: what has a deadline ends by it, late by no more than the outages meanwhile. */
final class InTime implements Guarantee {
    @Override
    public List<Violation> violations(Evidence evidence) {
        List<Violation> found = new ArrayList<>();
        for (TaskStory task : evidence.tasks.values()) {
            List<TaskStory.State> states = task.states();
            for (int i = 0; i < states.size(); i++) {
                TaskStory.State state = states.get(i);
                Duration limit = limits(evidence, state.name()).get(task.mrd());
                Instant end = i + 1 < states.size()
                        ? task.next(state).map(TaskStory.State::time).orElse(null)
                        : evidence.ended;
                if (limit == null || end == null) {
                    continue;
                }
                Duration allowed =
                        limit.plus(evidence.outage(state.time(), end)).plus(Evidence.SLACK);
                Duration took = Duration.between(state.time(), end);
                if (took.compareTo(allowed) > 0) {
                    found.add(new Violation(
                            "G6",
                            end,
                            "task " + task.id() + " was " + state.name() + " for " + took + " instead of " + limit,
                            state.seen().toString()));
                }
            }
        }
        return found;
    }

    private static Map<String, Duration> limits(Evidence evidence, String state) {
        return switch (state) {
            case "RESERVED" -> evidence.premises.acceptWithin();
            case "WRAP_UP" -> evidence.premises.wrapUpWithin();
            case "QUEUED" -> evidence.premises.expiresAfter();
            default -> Map.of();
        };
    }
}

package org.mediarouter.chaos.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mediarouter.chaos.history.Observation.Left;
import org.mediarouter.chaos.history.Observation.Received;
import org.mediarouter.chaos.history.Observation.Sent;

/** G1: a message that the broker accepted takes effect exactly once, or is answered with an error, or stands in Invalid or DLQ. */
final class EffectOnce implements Guarantee {
    private static final Set<String> KEPT = Set.of("Invalid", "DLQ");

    @Override
    public List<Violation> violations(Evidence evidence) {
        List<Violation> found = new ArrayList<>();
        lost(evidence, found);
        toldTwice(evidence, found);
        twoTasks(evidence, found);
        for (Left message : evidence.left) {
            if (!KEPT.contains(message.queue())) {
                found.add(new Violation(
                        "G1", message.at(), "a message is stuck in " + message.queue(), message.toString()));
            }
        }
        for (Received message : evidence.changed) {
            found.add(new Violation(
                    "G1", message.at(), "a message was delivered again with another content", message.toString()));
        }
        return found;
    }

    private static void lost(Evidence evidence, List<Violation> found) {
        if (evidence.ended == null) {
            return;
        }
        Set<String> kept = evidence.left.stream()
                .filter(message -> KEPT.contains(message.queue()))
                .map(message -> String.valueOf(message.correlation()))
                .collect(Collectors.toSet());
        for (String correlation : evidence.accepted) {
            if (!evidence.byCorrelation.containsKey(correlation) && !kept.contains(correlation)) {
                List<Sent> sent = evidence.sent.getOrDefault(correlation, List.of());
                found.add(new Violation("G1", evidence.ended, "an accepted command has no answer", sent.toString()));
            }
        }
    }

    /** One message with the same content twice at one place, though the command was sent once: it was carried out twice. */
    private static void toldTwice(Evidence evidence, List<Violation> found) {
        evidence.byCorrelation.forEach((correlation, messages) -> {
            if (evidence.sent.getOrDefault(correlation, List.of()).size() > 1) {
                return;
            }
            Map<List<Object>, Received> told = new HashMap<>();
            for (Received message : messages) {
                Received before =
                        told.putIfAbsent(List.of(message.destination(), message.type(), message.body()), message);
                if (before != null) {
                    found.add(new Violation("G1", message.at(), "the same was told twice", before + " and " + message));
                }
            }
        });
    }

    private static void twoTasks(Evidence evidence, List<Violation> found) {
        Map<String, Set<String>> tasks = new HashMap<>();
        for (TaskStory task : evidence.tasks.values()) {
            String request = task.last().body().path("RequestId").asText();
            Set<String> ids = tasks.computeIfAbsent(request, r -> new HashSet<>());
            ids.add(task.id());
            if (!request.isEmpty() && ids.size() > 1) {
                found.add(new Violation(
                        "G1", task.last().time(), "one request made several tasks", request + ": " + ids));
            }
        }
    }
}

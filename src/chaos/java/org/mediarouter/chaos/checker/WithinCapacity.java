package org.mediarouter.chaos.checker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediarouter.chaos.history.Observation.Received;

/** G4: an agent never holds more tasks of an MRD than the capacity there. */
final class WithinCapacity implements Guarantee {
    /** A decision bears the time of its beginning, and may use what was given back while it was made. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private record Place(String agent, String mrd) {}

    private record Hold(String task, Instant from, Instant to) {}

    @Override
    public List<Violation> violations(Evidence evidence) {
        List<Violation> found = new ArrayList<>();
        holds(evidence).forEach((place, holds) -> {
            Integer capacity = capacity(evidence, place);
            if (capacity != null) {
                exceeded(place, holds, capacity, found);
            }
        });
        for (Received message : evidence.messages.values()) {
            Place place = new Place(
                    message.body().path("AgentId").asText(),
                    message.body().path("Mrd").asText());
            Integer capacity = capacity(evidence, place);
            int tasks = message.body().path("Tasks").size();
            if (message.type().equals("AgentState") && capacity != null && tasks > capacity) {
                found.add(new Violation(
                        "G4", message.at(), place + " holds " + tasks + " of " + capacity, message.toString()));
            }
        }
        return found;
    }

    private static Integer capacity(Evidence evidence, Place place) {
        return evidence.premises
                .capacity()
                .getOrDefault(place.agent(), Map.of())
                .get(place.mrd());
    }

    private static Map<Place, List<Hold>> holds(Evidence evidence) {
        Map<Place, List<Hold>> holds = new HashMap<>();
        for (TaskStory task : evidence.tasks.values()) {
            Map<String, Instant> since = new HashMap<>();
            for (TaskStory.State state : task.states()) {
                state.holders().forEach(agent -> since.putIfAbsent(agent, state.time()));
                Optional<TaskStory.State> next = task.next(state);
                Instant until = next.map(end -> end.time().minus(AT_ONCE)).orElse(state.time());
                for (String agent : List.copyOf(since.keySet())) {
                    if (next.isEmpty() || !next.get().holders().contains(agent)) {
                        holds.computeIfAbsent(new Place(agent, task.mrd()), p -> new ArrayList<>())
                                .add(new Hold(task.id(), since.remove(agent), until));
                    }
                }
            }
        }
        return holds;
    }

    private static void exceeded(Place place, List<Hold> holds, int capacity, List<Violation> found) {
        holds.sort(Comparator.comparing(Hold::from));
        List<Hold> open = new ArrayList<>();
        for (Hold hold : holds) {
            open.removeIf(earlier -> !earlier.to().isAfter(hold.from()));
            if (hold.to().isAfter(hold.from())) {
                open.add(hold);
            }
            if (open.size() > capacity) {
                found.add(new Violation(
                        "G4", hold.from(), place + " holds " + open.size() + " of " + capacity, open.toString()));
                return;
            }
        }
    }
}

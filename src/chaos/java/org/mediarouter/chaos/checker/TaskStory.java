package org.mediarouter.chaos.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mediarouter.chaos.history.Observation.Received;

/** All that was told of one task, by version: the first telling of each. */
final class TaskStory {
    /** @param time {@code Time}, when the state began */
    record State(long version, String name, Instant time, Set<String> holders, JsonNode body, Received seen) {
        private static State of(Received seen) {
            JsonNode body = seen.body();
            String name = body.path("State").asText();
            Set<String> holders = new LinkedHashSet<>();
            if (!name.equals("QUEUED") && !name.equals("CLOSED")) {
                if (body.hasNonNull("AgentId")) {
                    holders.add(body.path("AgentId").asText());
                }
                body.path("Participants").forEach(participant -> holders.add(participant.asText()));
            }
            return new State(
                    body.path("Version").asLong(),
                    name,
                    Instant.parse(body.path("Time").asText()),
                    holders,
                    body,
                    seen);
        }

        boolean closed() {
            return name.equals("CLOSED");
        }

        /** Whether another telling of the same version says the same. */
        boolean agrees(State other) {
            return name.equals(other.name)
                    && holders.equals(other.holders)
                    && body.path("Queue").equals(other.body.path("Queue"))
                    && body.path("ReasonCode").equals(other.body.path("ReasonCode"));
        }
    }

    private final String id;
    private final TreeMap<Long, State> states = new TreeMap<>();
    private final List<State> contradictions = new ArrayList<>();

    TaskStory(String id) {
        this.id = id;
    }

    void add(Received seen) {
        State state = State.of(seen);
        State known = states.putIfAbsent(state.version(), state);
        if (known != null && !known.agrees(state)) {
            contradictions.add(state);
        }
    }

    String id() {
        return id;
    }

    String mrd() {
        return states.firstEntry().getValue().body().path("Mrd").asText();
    }

    /** In the order of their versions. */
    List<State> states() {
        return List.copyOf(states.values());
    }

    State last() {
        return states.lastEntry().getValue();
    }

    /** Tellings of a version that said something else before. */
    List<State> contradictions() {
        return contradictions;
    }

    /**
     * The next state, where it was told: one that a command's answer has overtaken is never told (decision 004), and when the
     * one before it ended is unknown.
     */
    Optional<State> next(State state) {
        return Optional.ofNullable(states.get(state.version() + 1));
    }

    State version(long version) {
        return states.get(version);
    }
}

package org.mediarouter.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** When routing chose an agent for a task, by MRD: the {@code Time} of each {@code TaskAgentSelected} that was heard. */
public final class Assignments {
    private static final long LOOK_EVERY_MS = 20;

    private final Map<String, NavigableSet<Instant>> times = new ConcurrentHashMap<>();

    void heard(String type, JsonNode body) {
        if (type.equals("TaskAgentSelected") && body.path("Time").isTextual()) {
            of(body.path("Mrd").asText()).add(Instant.parse(body.path("Time").textValue()));
        }
    }

    /** The first one decided later than that. */
    Optional<Instant> after(String mrd, Instant when) {
        return Optional.ofNullable(of(mrd).higher(when));
    }

    /** Waits for the first one decided later than that. */
    public Optional<Instant> await(String mrd, Instant when, Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (after(mrd, when).isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        return after(mrd, when);
    }

    /** The longest time without any between two moments. */
    public Duration longestGap(String mrd, Instant from, Instant to) {
        Duration longest = Duration.ZERO;
        Instant before = from;
        for (Instant next : of(mrd).subSet(from, true, to, true)) {
            Duration gap = Duration.between(before, next);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
            before = next;
        }
        Duration last = Duration.between(before, to);
        return last.compareTo(longest) > 0 ? last : longest;
    }

    private NavigableSet<Instant> of(String mrd) {
        return times.computeIfAbsent(mrd, m -> new ConcurrentSkipListSet<>());
    }
}

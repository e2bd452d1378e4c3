package org.mediarouter.chaos.checker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.chaos.history.Observation;
import org.mediarouter.chaos.history.Observation.Accepted;
import org.mediarouter.chaos.history.Observation.Left;
import org.mediarouter.chaos.history.Observation.Premises;
import org.mediarouter.chaos.history.Observation.Received;
import org.mediarouter.chaos.history.Observation.Sent;
import org.mediarouter.chaos.history.Observation.Struck;

/** A history in order: by command, by task, and each message once, however often it was delivered. */
final class Evidence {
    /** Beyond what outages explain: a machine that is busy is late. */
    static final Duration SLACK = Duration.ofSeconds(5);

    final Map<String, List<Sent>> sent = new LinkedHashMap<>();
    final Set<String> accepted = new HashSet<>();
    /** By {@code messageId}. */
    final Map<String, Received> messages = new LinkedHashMap<>();
    /** Deliveries of a message whose earlier delivery had another content. */
    final List<Received> changed = new ArrayList<>();

    final Map<String, List<Received>> byCorrelation = new HashMap<>();
    final Map<String, TaskStory> tasks = new LinkedHashMap<>();
    final List<Struck> strikes = new ArrayList<>();
    final List<Left> left = new ArrayList<>();
    Premises premises = new Premises(Instant.EPOCH, Map.of(), Map.of(), Map.of(), Map.of());
    /** When all was over; null where the history breaks off, so that what is missing may still have come. */
    @Nullable
    Instant ended;

    Evidence(List<Observation> history) {
        history.forEach(this::add);
    }

    private void add(Observation seen) {
        if (seen instanceof Premises given) {
            premises = given;
        } else if (seen instanceof Sent command) {
            sent.computeIfAbsent(command.correlation(), c -> new ArrayList<>()).add(command);
        } else if (seen instanceof Accepted confirmed) {
            accepted.add(confirmed.correlation());
        } else if (seen instanceof Received message) {
            add(message);
        } else if (seen instanceof Struck strike) {
            strikes.add(strike);
        } else if (seen instanceof Left message) {
            left.add(message);
        } else {
            ended = seen.at();
        }
    }

    private void add(Received message) {
        Received known = messages.putIfAbsent(message.messageId(), message);
        if (known != null) {
            if (!known.body().equals(message.body())) {
                changed.add(message);
            }
            return;
        }
        if (message.correlation() != null) {
            byCorrelation
                    .computeIfAbsent(message.correlation(), c -> new ArrayList<>())
                    .add(message);
        }
        if (message.type().equals("TaskState") && message.body().has("Version")) {
            tasks.computeIfAbsent(message.body().path("TaskId").asText(), TaskStory::new)
                    .add(message);
        }
    }

    /** How much of a time the system was not whole. */
    Duration outage(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Struck strike : strikes) {
            Instant begin = strike.at().isAfter(from) ? strike.at() : from;
            Instant end = strike.until().isBefore(to) ? strike.until() : to;
            if (begin.isBefore(end)) {
                sum = sum.plus(Duration.between(begin, end));
            }
        }
        return sum;
    }
}

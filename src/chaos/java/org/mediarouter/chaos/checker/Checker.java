package org.mediarouter.chaos.checker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mediarouter.chaos.history.Observation;
import org.mediarouter.chaos.history.Observation.Struck;

/** Looks through a history for whatever breaks a guarantee. */
public final class Checker {
    private static final List<Guarantee> GUARANTEES =
            List.of(new EffectOnce(), new OneEnd(), new OneOwner(), new WithinCapacity(), new GoesOn(), new InTime());

    private Checker() {}

    /** @param history in the order seen */
    public static Findings check(List<Observation> history) {
        Evidence evidence = new Evidence(history);
        List<Violation> violations = GUARANTEES.stream()
                .flatMap(guarantee -> guarantee.violations(evidence).stream())
                .toList();
        Map<String, Integer> strikes = new TreeMap<>();
        evidence.strikes.forEach(strike -> strikes.merge(strike.kind(), 1, Integer::sum));
        Duration longest = evidence.strikes.stream()
                .map(Checker::length)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new Findings(
                violations,
                evidence.tasks.size(),
                evidence.accepted.size(),
                evidence.messages.size(),
                strikes,
                longest,
                longestGap(evidence));
    }

    private static Duration length(Struck strike) {
        return Duration.between(strike.at(), strike.until());
    }

    private static Duration longestGap(Evidence evidence) {
        List<Instant> times = evidence.messages.values().stream()
                .filter(message -> message.type().equals("TaskAgentSelected"))
                .map(message -> Instant.parse(message.body().path("Time").asText()))
                .sorted()
                .toList();
        Duration longest = Duration.ZERO;
        for (int i = 1; i < times.size(); i++) {
            Duration gap = Duration.between(times.get(i - 1), times.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }
}

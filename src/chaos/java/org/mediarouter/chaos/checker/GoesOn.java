package org.mediarouter.chaos.checker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mediarouter.chaos.history.Observation.Sent;
import org.mediarouter.chaos.history.Observation.Struck;

/** G5: after an outage the system goes on by itself: commands that come then are answered soon. */
final class GoesOn implements Guarantee {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Override
    public List<Violation> violations(Evidence evidence) {
        List<Violation> found = new ArrayList<>();
        TreeSet<Instant> heard = evidence.messages.values().stream()
                .map(message -> message.at())
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<Instant> said = evidence.sent.values().stream()
                .map(sent -> sent.get(0))
                .map(Sent::at)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Struck strike : evidence.strikes) {
            Instant command = said.ceiling(strike.until());
            if (command == null) {
                continue;
            }
            Instant next = heard.ceiling(command);
            Instant limit = command.plus(SOON).plus(evidence.outage(command, command.plus(SOON)));
            boolean over = evidence.ended != null && evidence.ended.isAfter(limit);
            if (next == null ? over : next.isAfter(limit)) {
                found.add(new Violation(
                        "G5",
                        strike.until(),
                        "nothing was heard for " + SOON.toSeconds() + " s after " + strike.kind(),
                        strike + ", command at " + command + ", next message at " + next));
            }
        }
        return found;
    }
}

package org.mediarouter.chaos.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mediarouter.chaos.strike.Kind;

/**
 * A strike every so often, or as soon as the system has been whole for a few seconds after the last one. Each kind comes
 * once before any comes again.
 *
 * @param kinds of strikes; none: all that the installation allows
 */
public record RandomStrikes(Duration length, Duration every, List<Kind> kinds) implements Plan {
    private static final Duration AT_LEAST = Duration.ofSeconds(3);

    @Override
    public void play(Run run) throws InterruptedException {
        Instant end = run.begun().plus(length);
        Instant next = run.begun().plus(every);
        List<Kind> left = new ArrayList<>();
        while (next.isBefore(end)) {
            sleepUntil(next);
            if (left.isEmpty()) {
                left.addAll(kinds.isEmpty() ? Kind.of(run.site()) : kinds);
            }
            run.strike(left.remove(run.random().nextInt(left.size())));
            Instant soonest = Instant.now().plus(AT_LEAST);
            next = next.plus(every);
            next = next.isBefore(soonest) ? soonest : next;
        }
        sleepUntil(end);
    }

    private static void sleepUntil(Instant when) throws InterruptedException {
        long millis = Duration.between(Instant.now(), when).toMillis();
        if (millis > 0) {
            Thread.sleep(millis);
        }
    }
}

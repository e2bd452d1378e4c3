package org.mediarouter.simulation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.statistics.Subject;

/**
 * What is to be simulated.
 *
 * @param name for people
 * @param from when it begins, in milliseconds since the epoch: after it by more than the simulation is long
 * @param to when it ends
 * @param runOut whether it goes on after that until everybody who has come is gone
 * @param warmUp what happens so long after the beginning doesn't count
 */
public record Plan(
        String name,
        Configuration configuration,
        Customers.Source source,
        List<Shift> shifts,
        long from,
        long to,
        boolean runOut,
        Duration warmUp) {
    /** Where a queue has no service level of its own. */
    public static final Duration USUAL_THRESHOLD = Duration.ofSeconds(20);

    public Plan {
        requireNonNull(name, "name is null");
        shifts = List.copyOf(shifts);
        if (to <= from || warmUp.toMillis() >= to - from) {
            throw new IllegalArgumentException("A simulation has to be longer than nothing, and than its warm-up");
        }
    }

    /** Whether these figures are more than those of one other: a queue's are, an MRD's only with several queues. */
    boolean saysMore(Subject subject, Collection<Subject> subjects) {
        return subject.kind() == Subject.Kind.QUEUE
                || subjects.stream()
                                .filter(other -> other.kind() == Subject.Kind.QUEUE
                                        && configuration.has(other.id(), subject.id()))
                                .count()
                        > 1;
    }

    Duration threshold(String queueId) {
        PrecisionQueue queue = configuration.queue(queueId);
        return queue == null || queue.serviceLevel() == null
                ? USUAL_THRESHOLD
                : queue.serviceLevel().threshold();
    }
}

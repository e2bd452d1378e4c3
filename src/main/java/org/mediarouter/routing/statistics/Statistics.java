package org.mediarouter.routing.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.statistics.StatisticsEvent.OfAgent;
import org.mediarouter.routing.statistics.StatisticsEvent.OfTask;

/**
 * Figures per queue, agent and MRD, per interval and altogether. The same events give the same figures, whoever feeds
 * them: a live system, a replay of its records, a simulation. Events come in the order of their times.
 *
 * <pre>{@code
 * Statistics statistics = new Statistics(Duration.ofMinutes(15), queue -> Duration.ofSeconds(20));
 * statistics.on(new StatisticsEvent.Entered(0, "t1", "chat", "general", null));
 * statistics.on(new StatisticsEvent.Answered(5_000, "t1", "1001"));
 * statistics.total(Subject.queue("general"), 60_000).answerWaits().mean();   // 5.0
 * }</pre>
 *
 * Not safe for use by several threads at once.
 */
public final class Statistics {
    /** The interval that reports have in the field. */
    public static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    private final Ledger ledger;
    private final Presences presences;
    private final TaskCounts counts;
    private final Map<String, OpenTask> open = new HashMap<>();

    /**
     * @param interval how long each interval is; they begin at multiples of it
     * @param threshold of a queue's service level; null where it has none: then nothing of it is measured
     */
    public Statistics(Duration interval, Function<String, @Nullable Duration> threshold) {
        this.ledger = new Ledger(interval.toMillis());
        this.presences = new Presences(ledger);
        this.counts = new TaskCounts(ledger, presences, open, threshold);
    }

    /** Counts an event. One of a task that has not entered a queue counts nothing. */
    public void on(StatisticsEvent event) {
        if (event instanceof OfAgent agent) {
            presences.on(agent);
        } else if (event instanceof OfTask task) {
            counts.on(task);
        }
    }

    /** Everything that has figures, in order. */
    public Set<Subject> subjects() {
        return ledger.subjects();
    }

    /** The figures of one subject altogether, as they are at that time. */
    public Figures total(Subject subject, long now) {
        return between(subject, Long.MIN_VALUE, Long.MAX_VALUE, now);
    }

    /**
     * The figures over the intervals that begin in that time; they say when the first of these that has anything begins and
     * the last one ends.
     *
     * @param to exclusive
     * @param now up to when presence and thresholds count; at or after the last event
     */
    public Figures between(Subject subject, long from, long to, long now) {
        settle(now);
        Tally sum = new Tally();
        NavigableMap<Long, Tally> some = ledger.of(subject).subMap(from, true, to, false);
        some.values().forEach(sum::add);
        return sum.figures(
                subject, some.isEmpty() ? from : some.firstKey(), some.isEmpty() ? to : ledger.endOf(some.lastKey()));
    }

    /** The same, each interval by itself; one without anything is left out. */
    public List<Figures> intervals(Subject subject, long from, long to, long now) {
        settle(now);
        List<Figures> intervals = new ArrayList<>();
        ledger.of(subject)
                .subMap(from, to)
                .forEach((start, tally) -> intervals.add(tally.figures(subject, start, ledger.endOf(start))));
        return intervals;
    }

    private void settle(long now) {
        presences.settle(now);
        open.values().forEach(task -> counts.passThreshold(task, now));
    }
}

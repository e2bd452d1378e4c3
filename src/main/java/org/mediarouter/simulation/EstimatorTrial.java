package org.mediarouter.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.CallRoster;
import org.mediarouter.routing.FlowEstimator;
import org.mediarouter.routing.HeadOfLine;
import org.mediarouter.routing.LastToEnterService;
import org.mediarouter.routing.LegacyEstimator;
import org.mediarouter.routing.WaitEstimator;
import org.mediarouter.routing.WaitEstimator.Situation;
import org.mediarouter.routing.WaitEstimator.Told;

/**
 * Estimators of the wait, tried on recorded days: each day happens again just as recorded, one queue, nothing simulated. Each
 * estimator says at each call's arrival how long it will wait, and that is held against how long it did wait. Those count who
 * had to wait and were served, and for whom each estimator had something to say: not while no agent is known to be there. The
 * days follow each other; what was learned, and the average handling time, is kept.
 */
public final class EstimatorTrial {
    /** Those that are tried, by the names under which they are known; ours is the last. */
    public static final List<String> NAMES = List.of("legacy", "last to enter service", "head of line", "Media Router");

    /**
     * What came of one day.
     *
     * @param waits how many count
     * @param errors mean absolute error of each estimator, in seconds, by its name
     */
    public record Day(LocalDate date, int waits, Map<String, Double> errors) {}

    /** What happens, in the order in which it is told where it happens in the same second. */
    private enum Kind {
        AGENT_COMES,
        ENDS,
        SERVED_AFTER_WAIT,
        LEAVES_AFTER_WAIT,
        ARRIVES,
        SERVED_AT_ONCE,
        LEAVES_AT_ONCE,
        AGENT_GOES
    }

    private record Event(long time, Kind kind, @Nullable Call call) {}

    private record Waiting(long since, int priority, List<@Nullable Told> told) {}

    private final List<WaitEstimator> estimators =
            List.of(new LegacyEstimator(), new LastToEnterService(), new HeadOfLine(), new FlowEstimator());
    /** Two calls may be alike in everything; each is one of its own. */
    private final Map<Call, Waiting> line = new IdentityHashMap<>();

    private int agents;
    private long handled;
    private double handling;
    private final double[] errors = new double[NAMES.size()];
    private int waits;

    private EstimatorTrial() {}

    /** Tries them on these calls, in order of arrival. */
    public static List<Day> of(List<Call> calls) {
        EstimatorTrial trial = new EstimatorTrial();
        Map<LocalDate, List<Call>> days =
                calls.stream().collect(Collectors.groupingBy(Call::date, TreeMap::new, Collectors.toList()));
        List<Day> result = new ArrayList<>();
        days.forEach((date, some) -> result.add(trial.day(date, some)));
        return result;
    }

    /** All days together: each wait counts the same. */
    public static Day together(List<Day> days) {
        int waits = days.stream().mapToInt(Day::waits).sum();
        Map<String, Double> errors = new LinkedHashMap<>();
        for (String name : NAMES) {
            double sum = 0;
            for (Day day : days) {
                sum += day.waits() * day.errors().getOrDefault(name, 0.0);
            }
            errors.put(name, sum / Math.max(1, waits));
        }
        return new Day(days.get(0).date(), waits, errors);
    }

    private Day day(LocalDate date, List<Call> calls) {
        agents = 0;
        line.clear();
        waits = 0;
        Arrays.fill(errors, 0);
        events(date, calls).forEach(this::happens);
        Map<String, Double> mean = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            mean.put(NAMES.get(i), errors[i] / Math.max(1, waits));
        }
        return new Day(date, waits, mean);
    }

    private static List<Event> events(LocalDate date, List<Call> calls) {
        long midnight = RecordedCustomers.midnight(date);
        List<Event> events = new ArrayList<>();
        new CallRoster(calls)
                .presences()
                .values()
                .forEach(times -> times.forEach(time -> {
                    events.add(new Event(midnight + time.from() * 1000L, Kind.AGENT_COMES, null));
                    events.add(new Event(midnight + time.to() * 1000L, Kind.AGENT_GOES, null));
                }));
        for (Call call : calls) {
            boolean waited = call.waited() > 0;
            events.add(new Event(midnight + call.arrival() * 1000L, Kind.ARRIVES, call));
            long over = midnight + call.answered() * 1000L;
            if (call.served()) {
                events.add(new Event(over, waited ? Kind.SERVED_AFTER_WAIT : Kind.SERVED_AT_ONCE, call));
                events.add(new Event(midnight + call.ended() * 1000L, Kind.ENDS, call));
            } else {
                events.add(new Event(over, waited ? Kind.LEAVES_AFTER_WAIT : Kind.LEAVES_AT_ONCE, call));
            }
        }
        events.sort(Comparator.comparingLong(Event::time).thenComparing(Event::kind));
        return events;
    }

    private void happens(Event event) {
        Call call = event.call();
        if (call == null) {
            agents += event.kind() == Kind.AGENT_COMES ? 1 : -1;
            return;
        }
        switch (event.kind()) {
            case ARRIVES -> arrives(call, event.time());
            case SERVED_AT_ONCE, SERVED_AFTER_WAIT -> served(call, event.time());
            case LEAVES_AT_ONCE, LEAVES_AFTER_WAIT -> {
                line.remove(call);
                estimators.forEach(estimator -> estimator.gone(event.time(), call.waited() > 0));
            }
            case ENDS -> {
                handled++;
                handling += call.service();
            }
            case AGENT_COMES, AGENT_GOES -> throw new IllegalStateException("a call that " + event.kind());
        }
    }

    private void arrives(Call call, long now) {
        int priority = RecordedCustomers.priorityOf(call);
        int place = 1;
        long oldest = now;
        for (Waiting waiting : line.values()) {
            place += waiting.priority >= priority ? 1 : 0;
            oldest = Math.min(oldest, waiting.since);
        }
        Double average = handled == 0 ? null : handling / handled;
        Situation situation = new Situation(place, agents, average, now - oldest, now);
        List<@Nullable Told> told = new ArrayList<>();
        for (WaitEstimator estimator : estimators) {
            told.add(estimator.estimate(situation));
            estimator.begins(now);
        }
        line.put(call, new Waiting(now, priority, told));
    }

    private void served(Call call, long now) {
        Waiting waiting = line.remove(call);
        if (waiting == null) {
            throw new IllegalStateException(call + " is served and didn't wait");
        }
        boolean counts = call.waited() > 0 && waiting.told.stream().allMatch(told -> told != null);
        for (int i = 0; i < estimators.size(); i++) {
            Told told = waiting.told.get(i);
            estimators.get(i).served(now, now - waiting.since, told);
            if (counts && told != null) {
                errors[i] += Math.abs(call.waited() - told.seconds());
            }
        }
        waits += counts ? 1 : 0;
    }
}

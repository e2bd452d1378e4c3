package org.mediarouter.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mediarouter.routing.statistics.StatisticsEvent;

/** Draws the curve of each queue over the day from what happens after a time. */
final class DayCurves implements Consumer<StatisticsEvent> {
    private final Map<String, DayCurve> curves = new TreeMap<>();
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Function<String, Duration> threshold;
    private final long from;

    private record Waiting(DayCurve curve, long since, long within) {}

    /**
     * @param threshold of a queue's service level
     * @param from milliseconds since the epoch; what happened before doesn't count
     */
    DayCurves(Function<String, Duration> threshold, long from) {
        this.threshold = threshold;
        this.from = from;
    }

    @Override
    public void accept(StatisticsEvent event) {
        if (event instanceof StatisticsEvent.Entered entered) {
            gone(entered.taskId(), event.time());
            DayCurve curve = curves.computeIfAbsent(entered.queue(), id -> new DayCurve());
            long within = threshold.apply(entered.queue()).toMillis();
            waiting.put(entered.taskId(), new Waiting(curve, event.time(), within));
            if (event.time() >= from) {
                curve.came(event.time());
            }
        } else if (event instanceof StatisticsEvent.Answered answered) {
            ended(answered.taskId(), event.time(), true);
        } else if (event instanceof StatisticsEvent.Abandoned abandoned) {
            ended(abandoned.taskId(), event.time(), false);
        }
    }

    private void ended(String taskId, long time, boolean answered) {
        Waiting task = waiting.remove(taskId);
        if (task != null && time >= from) {
            task.curve.waited(time, time - task.since);
            boolean inTime = time - task.since <= task.within;
            task.curve.measured(Math.min(time, task.since + task.within), answered && inTime, !answered && inTime);
        }
    }

    /** It went on to another queue; it counts here where its threshold had passed. */
    private void gone(String taskId, long time) {
        Waiting task = waiting.remove(taskId);
        if (task != null && time >= from && time - task.since > task.within) {
            task.curve.measured(task.since + task.within, false, false);
        }
    }

    Map<String, DayCurve> byQueue() {
        return curves;
    }
}

package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.expression.SkipCondition;
import org.mediarouter.routing.expression.StepExpression;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Step;

/** A precision queue as a router has it: its definition in a form that is quick to use, and what it remembers. */
final class QueueBoard {

    /** What clients write into tasks has no end; what is remembered of it has. */
    private static final int MOST_VARIANTS = 1000;

    private static final Object ABSENT = new Object();

    final PrecisionQueue definition;
    final int priority;
    /** Milliseconds; 0: off. */
    final long agingAfter;
    /** Milliseconds. */
    final long preferredFor;

    final List<StepExpression> steps;
    final List<@Nullable SkipCondition> skips;
    final boolean readsTask;
    private final long[] timeouts;

    /** By which groups of agents its steps take: tasks for which these are the same share a lane. */
    final Map<List<BitSet>, Lane> lanes = new LinkedHashMap<>();
    /** By {@link #variant}: what was found out so far. */
    private final Map<Object, Lane> lanesByVariant = new HashMap<>();
    /** What was asked for last, which often is asked for next: the only one where the steps read nothing of tasks. */
    private Object lastVariant = ABSENT;

    private @Nullable Lane lastLane;

    /** The task attributes that its steps read, by name; null: any of them may be read. */
    private final @Nullable List<String> reads;

    @Nullable
    String lastOffered;

    final Map<String, Handling> handling = new HashMap<>();
    final Handling all = new Handling();
    QueueWaits waits = new QueueWaits();
    /** As counted last; null: to be counted anew. */
    @Nullable
    AgentCounts agents;

    /** What handling tasks took. */
    static final class Handling {
        long tasks;
        long millis;

        void add(long moreTasks, long moreMillis) {
            tasks += moreTasks;
            millis += moreMillis;
        }

        long average() {
            return tasks == 0 ? 0 : millis / tasks;
        }
    }

    QueueBoard(PrecisionQueue definition, List<StepExpression> steps, List<@Nullable SkipCondition> skips) {
        this.definition = definition;
        this.priority = definition.priority();
        this.agingAfter =
                definition.agingAfter() == null ? 0 : definition.agingAfter().toMillis();
        this.preferredFor = definition.preferredFor().toMillis();
        this.steps = List.copyOf(steps);
        this.skips = new ArrayList<>(skips);
        this.readsTask = steps.stream().anyMatch(StepExpression::readsTask);
        this.reads = reads(steps);
        this.timeouts = definition.steps().stream()
                .map(Step::timeout)
                .mapToLong(timeout -> timeout == null ? Timed.NEVER : timeout.toMillis())
                .toArray();
    }

    private static @Nullable List<String> reads(List<StepExpression> steps) {
        Set<String> names = new TreeSet<>();
        for (StepExpression step : steps) {
            Set<String> ofStep = step.taskAttributes();
            if (ofStep == null) {
                return null;
            }
            names.addAll(ofStep);
        }
        return List.copyOf(names);
    }

    String id() {
        return definition.id();
    }

    /** The part of a task's attributes that its steps read: equal where tasks are the same to them. */
    Object variant(Map<String, Object> attributes) {
        if (reads == null) {
            return attributes;
        }
        if (reads.size() == 1) {
            // Nearly always; the value itself needs no memory.
            return attributes.getOrDefault(reads.get(0), ABSENT);
        }
        return reads.isEmpty() ? ABSENT : reads.stream().map(attributes::get).toList();
    }

    /** The lane of such tasks, where it was found before. */
    @Nullable
    Lane laneOf(Object variant) {
        if (lastLane == null || !variant.equals(lastVariant)) {
            lastLane = lanesByVariant.get(variant);
            lastVariant = variant;
        }
        return lastLane;
    }

    /** Remembers the lane of such tasks; of very many kinds of them, only some. */
    void remember(Object variant, Lane lane) {
        if (lanesByVariant.size() >= MOST_VARIANTS) {
            forgetVariants();
        }
        lanesByVariant.put(variant, lane);
    }

    void forgetVariants() {
        lanesByVariant.clear();
        lastLane = null;
    }

    /** When a step that was entered then gives way to the next one, or to the overflow. */
    long stepEnds(int step, long since, boolean skipped) {
        if (step == timeouts.length - 1 && definition.overflow() == null) {
            return Timed.NEVER;
        }
        if (skipped) {
            return since;
        }
        return timeouts[step] == Timed.NEVER ? Timed.NEVER : since + timeouts[step];
    }

    /** In seconds; null where no task has ended yet. */
    @Nullable
    Double averageHandling() {
        return all.tasks == 0 ? null : all.millis / (double) all.tasks / 1000;
    }

    /** Others than before match a step for any task or for one that waits, or an agent among them has changed. */
    void agentsChanged() {
        agents = null;
    }

    int waiting() {
        int waiting = 0;
        for (Lane lane : lanes.values()) {
            waiting += lane.waiting();
        }
        return waiting;
    }

    /** When the one that has waited longest was first queued; {@link Timed#NEVER} where none waits. */
    long oldest() {
        long oldest = Timed.NEVER;
        for (Lane lane : lanes.values()) {
            oldest = Math.min(oldest, lane.oldest());
        }
        return oldest;
    }

    /** Keeps what the queue remembers when its definition changes. */
    void inherit(QueueBoard former) {
        lastOffered = former.lastOffered;
        handling.putAll(former.handling);
        all.add(former.all.tasks, former.all.millis);
        waits = former.waits;
    }
}

package org.mediarouter.chatserver;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task as one agent sees it, and what the agent means to do with it. */
final class Holding {
    /** What the agent is to the task. */
    enum Role {
        OFFERED,
        OWNER,
        PARTICIPANT
    }

    /** What agents do with tasks. */
    enum Deed {
        PAUSE,
        RESUME,
        TRANSFER,
        REQUEUE,
        CONFER,
        WRAP_UP,
        CLOSE,
        /** Ask how it stands: what was to be the end wasn't. */
        LOOK
    }

    /** @param after the step before */
    record Step(Duration after, Deed deed) {}

    /** How long an agent waits for the effect of the last step before looking. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final String taskId;
    final String mrd;
    final @Nullable String queue;
    final int offer;
    Role role;
    long version;
    /** Plans are numbered: what was scheduled for an earlier one is void. */
    int generation;

    private final Deque<Step> plan = new ArrayDeque<>();

    Holding(String taskId, String mrd, @Nullable String queue, int offer, Role role) {
        this.taskId = taskId;
        this.mrd = mrd;
        this.queue = queue;
        this.offer = offer;
        this.role = role;
    }

    /** Replaces the plan; a look follows its end, for as long as the task is held. */
    List<Action> plan(List<Step> steps) {
        generation++;
        plan.clear();
        plan.addAll(steps);
        return next();
    }

    Deed take() {
        Step step = plan.poll();
        return step == null ? Deed.LOOK : step.deed();
    }

    /** Whether all that was planned has been done. */
    boolean done() {
        return plan.isEmpty();
    }

    List<Action> next() {
        Step step = plan.peek();
        Duration delay = step == null ? PATIENCE : step.after();
        return List.of(new Action.Later(delay, new Intent.Continue(taskId, generation)));
    }
}

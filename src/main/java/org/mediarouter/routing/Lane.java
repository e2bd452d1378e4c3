package org.mediarouter.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one queue for which the same agents are right (all of them, unless steps read the tasks' attributes), and
 * those agents.
 */
final class Lane {

    final QueueBoard queue;
    private final Map<String, Seat> seats = new HashMap<>();

    private final LaneStep[] steps;
    /** Whether a condition of the queue may ask how many are ready. */
    final boolean countsReady;
    /** Kept up to date where {@link #countsReady}. */
    int ready;

    private int inSteps;
    private final TreeSet<TaskPicture> held = new TreeSet<>(TaskPicture.BY_PLACE);
    private final Set<TaskPicture> rejected = new LinkedHashSet<>();

    Lane(QueueBoard queue) {
        this.queue = queue;
        this.countsReady = queue.skips.stream().anyMatch(skip -> skip != null);
        this.steps = new LaneStep[queue.steps.size()];
        LaneStep next = null;
        for (int i = steps.length - 1; i >= 0; i--) {
            next = new LaneStep(this, next);
            steps[i] = next;
        }
    }

    LaneStep step(int step) {
        return steps[step];
    }

    // --- agents

    Collection<Seat> seats() {
        return seats.values();
    }

    @Nullable
    Seat seatOf(String agentId) {
        return seats.get(agentId);
    }

    void add(Seat seat) {
        seats.put(seat.agent.id, seat);
    }

    void remove(Seat seat) {
        seats.remove(seat.agent.id);
    }

    FreeAgents free(int step) {
        return steps[step].free;
    }

    /** Whether somebody is free who matches one of the steps up to this one. */
    boolean anybodyFree(int reached) {
        for (int i = 0; i <= reached; i++) {
            if (steps[i].free.size() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Agents who are logged in, want tasks, and match one of the steps up to this one. */
    int wanting(int reached) {
        int wanting = 0;
        for (int i = 0; i <= reached; i++) {
            wanting += steps[i].wanting;
        }
        return wanting;
    }

    void count(Seat seat, int loggedInMore, int wantingMore) {
        seat.at.wanting += wantingMore;
        if (loggedInMore != 0) {
            for (int i = 0; i < steps.length; i++) {
                steps[i].loggedIn += (seat.steps >> i & 1) * loggedInMore;
            }
        }
    }

    // --- tasks

    int waiting() {
        return inSteps + held.size();
    }

    void place(TaskPicture task) {
        if (task.held) {
            held.add(task);
        } else {
            inSteps++;
            steps[task.step].add(task);
            for (int i = task.step; i >= 0; i--) {
                steps[i].came(task);
            }
        }
        if (!task.rejections.isEmpty()) {
            rejected.add(task);
        }
        if (waiting() == 1) {
            queue.agentsChanged();
        }
    }

    void remove(TaskPicture task) {
        if (task.held) {
            held.remove(task);
        } else {
            inSteps--;
            steps[task.step].remove(task);
            // It is the head of an earlier step only if it is that of all between.
            for (int i = task.step; i >= 0 && steps[i].gone(task); i--) {}
        }
        if (!task.rejections.isEmpty()) {
            rejected.remove(task);
        }
        if (waiting() == 0) {
            queue.agentsChanged();
        }
    }

    /** Those whose candidates may change when an agent stops wanting tasks. */
    Collection<TaskPicture> rejected() {
        return rejected;
    }

    long oldest() {
        long oldest = held.isEmpty() ? Timed.NEVER : held.first().firstQueuedAt;
        for (LaneStep step : steps) {
            oldest = Math.min(oldest, step.oldest());
        }
        return oldest;
    }

    void forEach(Consumer<TaskPicture> action) {
        held.forEach(action);
        for (LaneStep step : steps) {
            step.forEach(action);
        }
    }
}

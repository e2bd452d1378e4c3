package org.mediarouter.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Selection;

/**
 * The tasks of one queue for which the same agents are right (all of them, unless steps read the tasks' attributes), and
 * those agents. Tasks stand by the step reached and by priority: within these their order never changes.
 */
final class Lane {

    private static final int PRIORITIES = 11;

    final QueueBoard queue;
    private final Map<String, Seat> seats = new HashMap<>();

    private final FreeAgents[] free;
    private final int[] loggedInByStep;
    private final int[] wantingByStep;
    /** Whether a condition of the queue may ask how many are ready. */
    final boolean countsReady;
    /** Kept up to date where {@link #countsReady}. */
    int ready;

    private final @Nullable TreeSet<TaskPicture>[] bucket;
    private final int[] prioritiesByStep;
    private int inBuckets;
    /** Without aging: of the tasks that have reached this step or a later one, the first; their order never changes. */
    private final @Nullable TaskPicture[] headFrom;

    private final TreeSet<TaskPicture> held = new TreeSet<>(TaskPicture.BY_PLACE);
    private final Set<TaskPicture> rejected = new LinkedHashSet<>();

    @SuppressWarnings({"unchecked", "rawtypes"})
    Lane(QueueBoard queue) {
        this.queue = queue;
        this.countsReady = queue.skips.stream().anyMatch(skip -> skip != null);
        int steps = queue.steps.size();
        Selection selection = queue.definition.selection();
        this.free = new FreeAgents[steps];
        for (int i = 0; i < steps; i++) {
            free[i] = selection == Selection.ROUND_ROBIN || selection == Selection.RANDOM
                    ? new AgentsById()
                    : new RankedAgents(SeatOrder.of(selection));
        }
        this.loggedInByStep = new int[steps];
        this.wantingByStep = new int[steps];
        this.prioritiesByStep = new int[steps];
        this.bucket = new TreeSet[steps * PRIORITIES];
        this.headFrom = new TaskPicture[steps];
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
        return free[step];
    }

    /** Whether somebody is free who matches one of the steps up to this one. */
    boolean anybodyFree(int reached) {
        for (int i = 0; i <= reached; i++) {
            if (free[i].size() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Who match this very step, whether or not they match an earlier one too. */
    int loggedIn(int step) {
        return loggedInByStep[step];
    }

    /** Agents who are logged in, want tasks, and match one of the steps up to this one. */
    int wanting(int reached) {
        int wanting = 0;
        for (int i = 0; i <= reached; i++) {
            wanting += wantingByStep[i];
        }
        return wanting;
    }

    void count(Seat seat, int loggedInMore, int wantingMore) {
        wantingByStep[seat.step] += wantingMore;
        if (loggedInMore != 0) {
            for (int i = 0; i < loggedInByStep.length; i++) {
                loggedInByStep[i] += (seat.steps >> i & 1) * loggedInMore;
            }
        }
    }

    // --- tasks

    int waiting() {
        return inBuckets + held.size();
    }

    void place(TaskPicture task) {
        if (task.held) {
            held.add(task);
        } else {
            int index = task.step * PRIORITIES + task.priority;
            TreeSet<TaskPicture> tasks = bucket[index];
            if (tasks == null) {
                tasks = new TreeSet<>(TaskPicture.BY_PLACE);
                bucket[index] = tasks;
            }
            tasks.add(task);
            prioritiesByStep[task.step] |= 1 << task.priority;
            inBuckets++;
            for (int i = task.step; i >= 0; i--) {
                TaskPicture head = headFrom[i];
                if (head == null || task.before(head, 0)) {
                    headFrom[i] = task;
                }
            }
        }
        if (!task.rejections.isEmpty()) {
            rejected.add(task);
        }
    }

    void remove(TaskPicture task) {
        if (task.held) {
            held.remove(task);
        } else {
            TreeSet<TaskPicture> tasks = bucket(task.step, task.priority);
            tasks.remove(task);
            inBuckets--;
            if (tasks.isEmpty()) {
                prioritiesByStep[task.step] &= ~(1 << task.priority);
            }
            if (headFrom[task.step] == task) {
                findHeads(task);
            }
        }
        if (!task.rejections.isEmpty()) {
            rejected.remove(task);
        }
    }

    /** Those whose candidates may change when an agent stops wanting tasks. */
    Collection<TaskPicture> rejected() {
        return rejected;
    }

    long oldest() {
        long oldest = held.isEmpty() ? Timed.NEVER : held.first().firstQueuedAt;
        for (int step = 0; step < prioritiesByStep.length; step++) {
            for (int bits = prioritiesByStep[step]; bits != 0; bits &= bits - 1) {
                TaskPicture first =
                        bucket(step, Integer.numberOfTrailingZeros(bits)).first();
                oldest = Math.min(oldest, first.firstQueuedAt);
            }
        }
        return oldest;
    }

    void forEach(Consumer<TaskPicture> action) {
        held.forEach(action);
        for (TreeSet<TaskPicture> tasks : bucket) {
            if (tasks != null) {
                tasks.forEach(action);
            }
        }
    }

    /** After the first of them was taken out. */
    private void findHeads(TaskPicture taken) {
        for (int step = taken.step; step >= 0 && headFrom[step] == taken; step--) {
            TaskPicture head = null;
            for (int i = step; i < headFrom.length; i++) {
                int bits = prioritiesByStep[i];
                TaskPicture first = bits == 0
                        ? null
                        : bucket(i, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bits))
                                .first();
                head = head == null || (first != null && first.before(head, 0)) ? first : head;
            }
            headFrom[step] = head;
        }
    }

    /** The first task, in the order of routing, that this agent may take; {@code best} where that comes before. */
    @Nullable
    TaskPicture firstFor(Seat seat, @Nullable TaskPicture best, long time) {
        if (queue.agingAfter == 0) {
            TaskPicture head = headFrom[seat.step];
            if (head == null || (best != null && best.before(head, time))) {
                return best;
            }
            if (head.rejections.isEmpty()) {
                return head;
            }
        } else if (inBuckets == 0) {
            return best;
        }
        return search(seat, best, time);
    }

    private @Nullable TaskPicture search(Seat seat, @Nullable TaskPicture best, long time) {
        TaskPicture first = best;
        for (int step = seat.step; step < prioritiesByStep.length; step++) {
            int bits = prioritiesByStep[step];
            while (bits != 0) {
                int priority = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bits);
                bits &= ~(1 << priority);
                TaskPicture task = firstIn(bucket(step, priority), seat.agent, time);
                if (task != null) {
                    first = first == null || task.before(first, time) ? task : first;
                    if (queue.agingAfter == 0) {
                        // Without aging no task of a lower priority can come before this one.
                        bits = 0;
                    }
                }
            }
        }
        return first;
    }

    private static @Nullable TaskPicture firstIn(TreeSet<TaskPicture> tasks, AgentPicture agent, long time) {
        TaskPicture first = tasks.first();
        if (first.rejections.isEmpty() || !Rejections.refuse(first, agent, time)) {
            return first;
        }
        for (TaskPicture task : tasks) {
            if (!Rejections.refuse(task, agent, time)) {
                return task;
            }
        }
        return null;
    }

    private TreeSet<TaskPicture> bucket(int step, int priority) {
        TreeSet<TaskPicture> tasks = bucket[step * PRIORITIES + priority];
        if (tasks == null) {
            throw new IllegalStateException("no task of priority " + priority + " in step " + step);
        }
        return tasks;
    }
}

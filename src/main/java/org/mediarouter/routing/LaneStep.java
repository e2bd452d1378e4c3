package org.mediarouter.routing;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Selection;

/**
 * One step of a lane: the tasks that have reached it, and the free agents for whom it is the first that they match. It
 * carries what is asked most often, so that an agent who becomes free touches little more than this for each of his seats.
 */
final class LaneStep {

    private static final int PRIORITIES = 11;

    final Lane lane;
    final FreeAgents free;
    /** Who match this very step, whether or not they match an earlier one too. */
    int loggedIn;
    /** Of those for whom it is the first step, who are logged in and want tasks. */
    int wanting;

    private final @Nullable LaneStep next;
    private final long queuePriority;
    private final long agingAfter;

    /** By priority: within one, the order of tasks never changes. */
    private final @Nullable TasksByPlace[] tasks = new TasksByPlace[PRIORITIES];

    private int priorities;
    /**
     * Of the tasks that have reached this step or a later one, without aging the first, with aging the one that has waited
     * longest: which that is doesn't change with time.
     */
    private @Nullable TaskPicture head;

    // Of the head, what is asked of it most: it need not be fetched for that.
    private long headQueuedAt;
    private int headPriority;
    private boolean headRejected;

    LaneStep(Lane lane, @Nullable LaneStep next) {
        this.lane = lane;
        this.next = next;
        this.queuePriority = lane.queue.priority;
        this.agingAfter = lane.queue.agingAfter;
        Selection selection = lane.queue.definition.selection();
        this.free = selection == Selection.ROUND_ROBIN || selection == Selection.RANDOM
                ? new AgentsById()
                : new RankedAgents(SeatOrder.of(selection));
    }

    void add(TaskPicture task) {
        TasksByPlace same = tasks[task.priority];
        if (same == null) {
            same = new TasksByPlace();
            tasks[task.priority] = same;
        }
        same.add(task);
        priorities |= 1 << task.priority;
    }

    void remove(TaskPicture task) {
        TasksByPlace same = of(task.priority);
        same.remove(task);
        if (same.size() == 0) {
            priorities &= ~(1 << task.priority);
        }
    }

    /** A task has come to this step or a later one. */
    void came(TaskPicture task) {
        if (head == null || leads(task, head)) {
            setHead(task);
        }
    }

    /** A task has gone that may have been the head; whether it was. The later steps know already. */
    boolean gone(TaskPicture task) {
        if (head != task) {
            return false;
        }
        TaskPicture first = next == null ? null : next.head;
        for (int bits = priorities; bits != 0; bits &= bits - 1) {
            TaskPicture other = of(Integer.numberOfTrailingZeros(bits)).first();
            first = first == null || leads(other, first) ? other : first;
        }
        setHead(first);
        return true;
    }

    private void setHead(@Nullable TaskPicture task) {
        head = task;
        if (task != null) {
            headQueuedAt = task.firstQueuedAt;
            headPriority = task.priority;
            headRejected = !task.rejections.isEmpty();
        }
    }

    private boolean leads(TaskPicture a, TaskPicture b) {
        return agingAfter == 0 && a.priority != b.priority
                ? a.priority > b.priority
                : TaskPicture.BY_PLACE.compare(a, b) < 0;
    }

    /** Shows the first task that has reached this step or a later one and that this agent may take. */
    void showFirst(AgentPicture agent, Foremost foremost) {
        TaskPicture first = head;
        if (first == null) {
            return;
        }
        if (agingAfter == 0) {
            if (!foremost.comes(queuePriority, headPriority, headQueuedAt, first)) {
                return;
            }
            if (!headRejected) {
                foremost.put(queuePriority, headPriority, headQueuedAt, first);
                return;
            }
        } else if (foremost.isBeyond(queuePriority + TaskPicture.age(foremost.time(), headQueuedAt, agingAfter))) {
            return;
        }
        for (LaneStep step = this; step != null; step = step.next) {
            step.search(agent, foremost);
        }
    }

    private void search(AgentPicture agent, Foremost foremost) {
        int bits = priorities;
        while (bits != 0) {
            int priority = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bits);
            bits &= ~(1 << priority);
            TaskPicture task = of(priority).firstFor(agent, foremost.time());
            if (task != null) {
                foremost.show(task);
                if (agingAfter == 0) {
                    // Without aging no task of a lower priority can come before this one.
                    return;
                }
            }
        }
    }

    /** When the one was first queued that has waited longest in this step; {@link Timed#NEVER} where none does. */
    long oldest() {
        long oldest = Timed.NEVER;
        for (int bits = priorities; bits != 0; bits &= bits - 1) {
            oldest = Math.min(oldest, of(Integer.numberOfTrailingZeros(bits)).first().firstQueuedAt);
        }
        return oldest;
    }

    void forEach(Consumer<TaskPicture> action) {
        for (TasksByPlace same : tasks) {
            if (same != null) {
                same.forEach(action);
            }
        }
    }

    private TasksByPlace of(int priority) {
        TasksByPlace same = tasks[priority];
        if (same == null) {
            throw new IllegalStateException("no task of priority " + priority);
        }
        return same;
    }
}

package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.expression.SkipCondition;
import org.mediarouter.routing.expression.TaskAttributes;

/** Keeps the tasks that wait at their places, in the steps that they have reached (R6). */
final class WaitingLine {

    private final Floor floor;
    private final List<TaskPicture> entering = new ArrayList<>();
    private @Nullable Lanes lanes;

    WaitingLine(Floor floor) {
        this.floor = floor;
    }

    void useLanes(Lanes used) {
        this.lanes = used;
    }

    /** A picture of a waiting task. */
    void see(RoutingEvent.TaskWaiting seen) {
        TaskPicture task = floor.task(seen.taskId());
        leave(task);
        if (!task.queueId.equals(seen.queue()) || task.enteredAt != seen.enteredAt()) {
            task.started = false;
        }
        task.queueId = seen.queue();
        task.priority = Math.max(1, Math.min(10, seen.priority()));
        task.attributes = TaskAttributes.normal(seen.attributes());
        task.firstQueuedAt = seen.firstQueuedAt();
        task.enteredAt = seen.enteredAt();
        task.expiresAt = seen.expiresAt();
        task.preferredId = seen.preferredAgentId();
        task.offers = seen.offers();
        task.rejections = seen.rejections().isEmpty() ? Map.of() : Map.copyOf(seen.rejections());
        task.state = TaskPicture.State.WAITING;
        entering.add(task);
    }

    /**
     * Puts those seen into the line. Several at once first stand there all, so that conditions on the queue's figures
     * count them whatever order they came in.
     */
    void settle(long time) {
        if (entering.size() > 1) {
            entering.removeIf(task -> task.state != TaskPicture.State.WAITING || task.lane != null);
            entering.forEach(this::stand);
            entering.sort(TaskPicture.BY_PLACE);
            entering.forEach(task -> replace(task, time));
        } else if (!entering.isEmpty() && entering.get(0).state == TaskPicture.State.WAITING) {
            enter(entering.get(0), null, time);
        }
        entering.clear();
    }

    /** The tasks' queues, steps or agents are others: each takes its place anew. */
    void takePlacesAnew(List<TaskPicture> tasks) {
        entering.addAll(tasks);
    }

    private void stand(TaskPicture task) {
        QueueBoard queue = floor.queues.get(task.queueId);
        task.queue = queue;
        task.held = false;
        if (!task.started) {
            task.step = 0;
        }
        if (queue != null && task.lane == null) {
            Lane lane = lanes().of(queue, task.attributes);
            task.lane = lane;
            lane.place(task);
        }
    }

    /**
     * Puts a task that doesn't stand in the line into it, or decides that it overflows.
     *
     * @param former where it stood until now, if neither its queue nor its attributes are others; else null
     */
    private void enter(TaskPicture task, @Nullable Lane former, long time) {
        QueueBoard queue = floor.queues.get(task.queueId);
        task.queue = queue;
        if (queue == null) {
            // Its queue was taken away: it can only expire, or be moved by a picture.
            floor.deadlines.set(task, task.expiresAt == 0 ? Timed.NEVER : task.expiresAt);
            return;
        }
        Lane lane = former != null ? former : lanes().of(queue, task.attributes);
        task.lane = lane;
        if (!advance(task, queue, lane, time)) {
            task.state = TaskPicture.State.ASIDE;
            task.lane = null;
            floor.deadlines.set(task, Timed.NEVER);
            String next = queue.definition.overflow();
            floor.decisions.add(new Decision.Overflow(task.id, queue.id(), next == null ? "" : next));
            return;
        }
        AgentPicture preferred = preferred(task, queue, time);
        task.held = preferred != null && holds(task, lane, preferred);
        if (preferred != null) {
            preferred.preferredBy(task);
        }
        lane.place(task);
        QueueWaits.begins(task, queue, lane, time);
        floor.deadlines.set(task, nextDeadline(task, queue, time));
        floor.fresh(task);
    }

    /** Takes a task out of the line, if it stands there. */
    void leave(TaskPicture task) {
        Lane lane = task.lane;
        if (lane != null) {
            lane.remove(task);
            task.lane = null;
        }
        if (task.preferredId != null) {
            AgentPicture preferred = floor.knownAgent(task.preferredId);
            if (preferred != null) {
                preferred.notPreferredBy(task);
            }
        }
    }

    /** Something that its place depends on has changed, though not its queue. */
    void replace(TaskPicture task, long time) {
        Lane lane = task.lane;
        leave(task);
        enter(task, lane, time);
    }

    /** Goes through the steps up to this time; false where the task leaves its queue by the overflow. */
    private static boolean advance(TaskPicture task, QueueBoard queue, Lane lane, long time) {
        if (!task.started) {
            task.started = true;
            reach(task, queue, lane, 0, task.enteredAt, time);
        }
        while (task.stepEnds() <= time) {
            if (task.step == queue.steps.size() - 1) {
                return false;
            }
            reach(task, queue, lane, task.step + 1, task.stepEnds(), time);
        }
        return true;
    }

    private static void reach(TaskPicture task, QueueBoard queue, Lane lane, int step, long since, long time) {
        SkipCondition skip = queue.skips.get(step);
        task.step = step;
        task.stepSince = since;
        task.stepSkipped = false;
        if (skip != null) {
            long oldest = Math.min(queue.oldest(), task.firstQueuedAt);
            task.stepSkipped = skip.holds(new SkipCondition.Figures(
                    lane.step(step).loggedIn, queue.waiting() + 1, lane.ready, Math.max(0, time - oldest) / 1000.0));
        }
    }

    /** The agent whom the task prefers at this time, whether or not it waits for him. */
    private @Nullable AgentPicture preferred(TaskPicture task, QueueBoard queue, long time) {
        if (task.preferredId == null || time >= task.enteredAt + queue.preferredFor) {
            return null;
        }
        return floor.knownAgent(task.preferredId);
    }

    /** Whether it waits for him: he is logged in, matches a step reached, and hasn't rejected it. */
    private static boolean holds(TaskPicture task, Lane lane, AgentPicture preferred) {
        Seat seat = lane.seatOf(preferred.id);
        return preferred.loggedIn
                && seat != null
                && seat.step <= task.step
                && !task.rejections.containsKey(preferred.id);
    }

    private static long nextDeadline(TaskPicture task, QueueBoard queue, long time) {
        long next = task.expiresAt == 0 ? Timed.NEVER : task.expiresAt;
        next = Math.min(next, task.stepEnds());
        if (task.held) {
            next = Math.min(next, task.enteredAt + queue.preferredFor);
        }
        for (long until : task.rejections.values()) {
            if (until > time) {
                next = Math.min(next, until);
            }
        }
        return next;
    }

    List<TaskPicture> everybody() {
        return floor.tasks.values().stream()
                .filter(task -> task.state == TaskPicture.State.WAITING)
                .toList();
    }

    private Lanes lanes() {
        if (lanes == null) {
            throw new IllegalStateException("no lanes yet");
        }
        return lanes;
    }
}

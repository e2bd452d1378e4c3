package org.mediarouter.routing;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tasks of one step of a lane that have the same priority, in the order of their places. */
final class TasksByPlace extends SlottedHeap<TaskPicture> {

    TasksByPlace() {
        super(2);
    }

    void add(TaskPicture task) {
        add(task.firstQueuedAt, task);
    }

    void remove(TaskPicture task) {
        removeAt(task.slotInLine);
        task.slotInLine = -1;
    }

    /** There must be one. */
    TaskPicture first() {
        return at(0);
    }

    /** The first that this agent may take. */
    @Nullable
    TaskPicture firstFor(AgentPicture agent, long time) {
        return firstFor(agent, time, 0, null);
    }

    /** Goes only below those refused him: their number is what it costs. */
    private @Nullable TaskPicture firstFor(AgentPicture agent, long time, int slot, @Nullable TaskPicture best) {
        if (slot >= size()) {
            return best;
        }
        TaskPicture task = at(slot);
        if (best != null && !before(task, best)) {
            return best;
        }
        if (task.rejections.isEmpty() || !Rejections.refuse(task, agent, time)) {
            return task;
        }
        TaskPicture found = best;
        int below = below(slot);
        for (int child = below; child < below + WIDTH; child++) {
            found = firstFor(agent, time, child, found);
        }
        return found;
    }

    void forEach(Consumer<TaskPicture> action) {
        for (int slot = 0; slot < size(); slot++) {
            action.accept(at(slot));
        }
    }

    @Override
    boolean before(TaskPicture a, TaskPicture b) {
        return TaskPicture.BY_PLACE.compare(a, b) < 0;
    }

    @Override
    void moved(TaskPicture task, int slot) {
        task.slotInLine = slot;
    }
}

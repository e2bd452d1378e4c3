package org.mediarouter.routing;

import org.jspecify.annotations.Nullable;

/** The first, in the order of routing (R4, R5), of the tasks shown to it at one time. */
final class Foremost {

    @Nullable
    TaskPicture task;

    private long time;
    private long queuePriority;
    private long priority;
    private long firstQueuedAt;

    void clear(long at) {
        this.time = at;
        this.task = null;
    }

    long time() {
        return time;
    }

    /**
     * Whether a task of these figures would be the first. It need not be fetched to find that out, unless it is equal.
     *
     * @param ofQueue its queue's priority, aging counted, as in {@code ofTask}
     */
    boolean comes(long ofQueue, long ofTask, long queuedAt, TaskPicture other) {
        TaskPicture first = task;
        if (first == null) {
            return true;
        }
        if (ofQueue != queuePriority) {
            return ofQueue > queuePriority;
        }
        if (ofTask != priority) {
            return ofTask > priority;
        }
        return queuedAt != firstQueuedAt ? queuedAt < firstQueuedAt : other.id.compareTo(first.id) < 0;
    }

    /** Whether all that a queue has, with aging at most of this priority, come later. */
    boolean isBeyond(long ofQueue) {
        return task != null && queuePriority > ofQueue;
    }

    void show(TaskPicture other) {
        long age = other.age(time);
        long ofQueue = other.queuePriority() + age;
        long ofTask = other.priority + age;
        if (comes(ofQueue, ofTask, other.firstQueuedAt, other)) {
            put(ofQueue, ofTask, other.firstQueuedAt, other);
        }
    }

    /** For who knows that it {@link #comes}. */
    void put(long ofQueue, long ofTask, long queuedAt, TaskPicture other) {
        task = other;
        queuePriority = ofQueue;
        priority = ofTask;
        firstQueuedAt = queuedAt;
    }
}

package org.mediarouter.routing;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a router knows of a task. */
final class TaskPicture extends Timed {

    /** The order of those of one queue and one priority: it never changes while they wait. */
    static final Comparator<TaskPicture> BY_PLACE = (a, b) -> {
        int byTime = Long.compare(a.firstQueuedAt, b.firstQueuedAt);
        return byTime != 0 ? byTime : a.id.compareTo(b.id);
    };

    /** More than there are priorities: who is older by one step of aging comes first whatever the priorities. */
    private static final long RANKS_OF_AN_AGE = 16;

    enum State {
        WAITING,
        OFFERED,
        WRAPPING_UP,
        WORKED,
        /** A decision about it has been made; its next picture is awaited. */
        ASIDE
    }

    final String id;
    State state = State.ASIDE;

    String queueId = "";

    @Nullable
    QueueBoard queue;

    @Nullable
    Lane lane;

    int priority = 1;
    Map<String, Object> attributes = Map.of();
    long firstQueuedAt;
    long enteredAt;
    long expiresAt;

    @Nullable
    String preferredId;

    int offers;
    Map<String, Long> rejections = Map.of();

    /** Whether it has entered the first step. */
    boolean started;
    /** The step reached. */
    int step;

    long stepSince;
    boolean stepSkipped;
    /** Waits for its preferred agent only. */
    boolean held;
    /** Where it is among those of its step and priority; -1: nowhere. */
    int slotInLine = -1;

    String agentId = "";

    /** Where it is counted among those who wait; null: nowhere. */
    @Nullable
    QueueWaits waits;

    long waitsSince;
    int countedPriority;

    WaitEstimator.@Nullable Told told;

    TaskPicture(String id) {
        this.id = id;
    }

    @Override
    String id() {
        return id;
    }

    @Override
    int rank() {
        return 0;
    }

    /** When the present step gives way; {@link Timed#NEVER} where it doesn't. */
    long stepEnds() {
        return queue == null ? NEVER : queue.stepEnds(step, stepSince, stepSkipped);
    }

    /** By how much its two priorities have grown. */
    long age(long time) {
        return queue == null || queue.agingAfter == 0 ? 0 : age(time, firstQueuedAt, queue.agingAfter);
    }

    static long age(long time, long firstQueuedAt, long agingAfter) {
        return Math.max(0, (time - firstQueuedAt) / agingAfter);
    }

    /** Those of one queue are served by this, the highest first, and where it is the same {@link #BY_PLACE}. */
    long rank(long time) {
        return age(time) * RANKS_OF_AN_AGE + priority;
    }

    /** R4 and R5: queue priority, then task priority, then first queueing time, then id. */
    boolean before(TaskPicture other, long time) {
        if (queue == other.queue) {
            long byRank = rank(time) - other.rank(time);
            return byRank != 0 ? byRank > 0 : BY_PLACE.compare(this, other) < 0;
        }
        long age = age(time);
        long otherAge = other.age(time);
        long byQueue = (queuePriority() + age) - (other.queuePriority() + otherAge);
        if (byQueue != 0) {
            return byQueue > 0;
        }
        long byTask = (priority + age) - (other.priority + otherAge);
        if (byTask != 0) {
            return byTask > 0;
        }
        return BY_PLACE.compare(this, other) < 0;
    }

    int queuePriority() {
        return queue == null ? 0 : queue.priority;
    }
}

package org.mediarouter.routing;

import org.jspecify.annotations.Nullable;
import org.mediarouter.task.WaitForecast;

/** Watches who waits in a queue, for its estimator; nothing here decides anything. */
final class QueueWaits {
    private static final int PRIORITIES = 11;
    /** Milliseconds. */
    private static final long LATE = 1000;

    private final FlowEstimator estimator = new FlowEstimator();
    private final int[] byPriority = new int[PRIORITIES];

    /** The task stands in the line. One that has done so before goes on waiting. */
    static void begins(TaskPicture task, QueueBoard queue, Lane lane, long now) {
        QueueWaits waits = queue.waits;
        if (task.waits == waits) {
            return;
        }
        gone(task, now, false);
        task.waits = waits;
        task.waitsSince = now;
        task.countedPriority = task.priority;
        task.told = waits.told(task, queue, lane, now);
        waits.byPriority[task.priority]++;
        waits.estimator.begins(now);
    }

    /** Nothing for who won't wait; nor for who returns, or is shown to a router that is rebuilt: his place isn't the last. */
    private WaitEstimator.@Nullable Told told(TaskPicture task, QueueBoard queue, Lane lane, long now) {
        if (lane.anybodyFree(task.step) || task.offers > 0 || now - task.firstQueuedAt > LATE) {
            return null;
        }
        int place = 1;
        for (int priority = task.priority; priority < PRIORITIES; priority++) {
            place += byPriority[priority];
        }
        int agents = lane.wanting(queue.steps.size() - 1);
        return estimator.estimate(new WaitEstimator.Situation(place, agents, queue.averageHandling(), 0, now));
    }

    /** It is offered to an agent. */
    static void served(TaskPicture task, long now) {
        QueueWaits waits = task.waits;
        if (waits != null) {
            waits.byPriority[task.countedPriority]--;
            waits.estimator.served(now, now - task.waitsSince, task.told);
            task.waits = null;
            task.told = null;
        }
    }

    /** It waits here no more, if it did. */
    static void gone(TaskPicture task, long now, boolean abandoned) {
        QueueWaits waits = task.waits;
        if (waits != null) {
            waits.byPriority[task.countedPriority]--;
            waits.estimator.gone(now, abandoned);
            task.waits = null;
            task.told = null;
        }
    }

    @Nullable
    WaitForecast forecast(long now, int agentsWorking, @Nullable Double averageHandling) {
        return estimator.forecast(now, agentsWorking, averageHandling);
    }
}

package org.mediarouter.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mediarouter.task.WaitForecast;

/**
 * A queue's figures.
 *
 * @param waiting the tasks that wait, in no order
 * @param oldest when the one that has waited longest was first queued, in milliseconds since the epoch; null where none
 *     waits
 * @param agentsLoggedIn this and the next two: of the agents who match a step of the queue
 * @param agentsReady who could be offered a task now
 * @param agentsBusy who hold tasks and can't be offered another one
 * @param waits how long those who wait go on to wait, by place; null where nobody could say
 */
public record QueueView(
        String queue,
        List<Waiting> waiting,
        @Nullable Long oldest,
        int agentsLoggedIn,
        int agentsReady,
        int agentsBusy,
        @Nullable WaitForecast waits) {

    /**
     * A task that waits, with what its place follows from (R5).
     *
     * @param rank the higher is served first
     * @param firstQueuedAt in milliseconds since the epoch: of those of one rank the earlier is served first
     */
    public record Waiting(String taskId, long rank, long firstQueuedAt) {
        private static final Comparator<Waiting> ORDER = Comparator.comparingLong(Waiting::rank)
                .reversed()
                .thenComparingLong(Waiting::firstQueuedAt)
                .thenComparing(Waiting::taskId);
    }

    /** Ids of the tasks that wait, in the order in which they will be served. Sorts them: to be asked once. */
    public List<String> line() {
        return waiting.stream().sorted(Waiting.ORDER).map(Waiting::taskId).toList();
    }

    /** Whether all is the same but how long they go on to wait, which changes with every moment. */
    public boolean isButForWaits(QueueView other) {
        return queue.equals(other.queue)
                && waiting.equals(other.waiting)
                && Objects.equals(oldest, other.oldest)
                && agentsLoggedIn == other.agentsLoggedIn
                && agentsReady == other.agentsReady
                && agentsBusy == other.agentsBusy;
    }
}

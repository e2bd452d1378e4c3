package org.mediarouter.routing;

import org.jspecify.annotations.Nullable;

/**
 * Estimates how long a task that begins to wait in a queue will wait. One for each queue, told what happens there.
 *
 * <p>Four are known: {@link LegacyEstimator}, {@link LastToEnterService}, {@link HeadOfLine} (both of them: R. Ibrahim, W.
 * Whitt, Real-Time Delay Estimation Based on Delay History, M&amp;SOM 11, 2009), and {@link FlowEstimator}, whose values are
 * told to clients.
 */
public interface WaitEstimator {

    /**
     * What an estimate starts from. Times are milliseconds.
     *
     * @param place from 1
     * @param agentsWorking who want tasks of the queue, whether they have one or not
     * @param averageHandling of the queue's tasks so far, in seconds; null where none has ended yet
     * @param longestWait of those that wait now; 0 where nobody does
     * @param now since the epoch
     */
    record Situation(int place, int agentsWorking, @Nullable Double averageHandling, long longestWait, long now) {}

    /**
     * What was estimated, for the estimator to learn from when the wait is over.
     *
     * @param seconds the estimate
     * @param line what a task at that place would have waited by the line alone
     * @param aPlace the same of the first place
     */
    record Told(double seconds, double line, double aPlace) {}

    /** Null where nobody could say. */
    @Nullable
    Told estimate(Situation situation);

    /** A task begins to wait. */
    default void begins(long now) {}

    /**
     * A task is offered to an agent.
     *
     * @param waited milliseconds; 0: it didn't have to wait
     * @param told what was estimated when it began; null: nothing
     */
    default void served(long now, long waited, @Nullable Told told) {}

    /**
     * A task ends to wait without being served.
     *
     * @param abandoned its customer gave up; else it went elsewhere
     */
    default void gone(long now, boolean abandoned) {}
}

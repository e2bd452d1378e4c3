package org.mediarouter.routing;

import org.jspecify.annotations.Nullable;

/** Estimates how long a waiting task will go on to wait. */
public interface WaitEstimator {

    /**
     * What an estimate starts from.
     *
     * @param agentsWorking logged in, matching a step of the queue, and ready or busy
     * @param averageHandling of the queue's tasks so far, in seconds; null where none has ended yet
     */
    record Basis(int agentsWorking, @Nullable Double averageHandling) {}

    /** Seconds until the line moves on by one place; null where nobody could say. */
    @Nullable
    Double secondsAPlace(Basis basis);

    /** Position x average handling time / agents working. */
    WaitEstimator LEGACY = basis -> basis.agentsWorking() == 0 || basis.averageHandling() == null
            ? null
            : basis.averageHandling() / basis.agentsWorking();
}

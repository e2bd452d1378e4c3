package org.mediarouter.simulation;

import java.util.List;
import java.util.stream.LongStream;

/** Several runs of a plan, each with a seed of its own, on all processors. */
public final class Replications {
    private Replications() {}

    /** In how many parts so many runs tell their progress. */
    public static long steps(int runs) {
        return (long) runs * Outcome.STAGES;
    }

    /**
     * Runs them.
     *
     * @param seed of the first; the others have the next ones. The same seeds give the same outcomes
     * @param progress called {@link #steps} times altogether, by whichever thread is so far
     * @return in the order of the seeds
     */
    public static List<Outcome> of(Plan plan, int runs, long seed, Runnable progress) {
        return LongStream.range(seed, seed + runs)
                .parallel()
                .mapToObj(each -> Outcome.of(plan, each, progress))
                .toList();
    }
}

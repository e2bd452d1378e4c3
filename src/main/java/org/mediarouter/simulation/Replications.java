package org.mediarouter.simulation;

import java.util.List;
import java.util.stream.LongStream;

/** Several runs of a plan, each with a seed of its own, on all processors. */
public final class Replications {
    private Replications() {}

    /**
     * Runs them.
     *
     * @param seed of the first; the others have the next ones. The same seeds give the same outcomes
     * @param done called after each run, by whichever thread made it
     * @return in the order of the seeds
     */
    public static List<Outcome> of(Plan plan, int runs, long seed, Runnable done) {
        return LongStream.range(seed, seed + runs)
                .parallel()
                .mapToObj(each -> {
                    Outcome outcome = Outcome.of(plan, each);
                    done.run();
                    return outcome;
                })
                .toList();
    }
}

package org.mediarouter.routing;

import org.jspecify.annotations.Nullable;

/** As long as the task has waited that has waited longest. */
public final class HeadOfLine implements WaitEstimator {
    @Override
    public @Nullable Told estimate(Situation situation) {
        double longest = situation.longestWait() / 1000.0;
        return new Told(longest, longest, longest);
    }
}

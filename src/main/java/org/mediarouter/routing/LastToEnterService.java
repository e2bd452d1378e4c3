package org.mediarouter.routing;

import org.jspecify.annotations.Nullable;

/** As long as the task waited that was served last. */
public final class LastToEnterService implements WaitEstimator {
    private double last;

    @Override
    public @Nullable Told estimate(Situation situation) {
        return new Told(last, last, last);
    }

    @Override
    public void served(long now, long waited, @Nullable Told told) {
        last = waited / 1000.0;
    }
}

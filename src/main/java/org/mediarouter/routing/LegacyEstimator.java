package org.mediarouter.routing;

import org.jspecify.annotations.Nullable;

/** Position x average handling time / agents working: what contact centres have used for long. */
public final class LegacyEstimator implements WaitEstimator {
    @Override
    public @Nullable Told estimate(Situation situation) {
        Double average = situation.averageHandling();
        if (situation.agentsWorking() == 0 || average == null) {
            return null;
        }
        double aPlace = average / situation.agentsWorking();
        return new Told(situation.place() * aPlace, situation.place() * aPlace, aPlace);
    }
}

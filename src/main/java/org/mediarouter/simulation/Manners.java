package org.mediarouter.simulation;

import java.util.random.RandomGenerator;
import org.mediarouter.arrivals.Spread;

/**
 * How long things take.
 *
 * @param handling a conversation
 * @param patience until a customer leaves
 * @param answer from an offer to its acceptance
 * @param wrapUp the after-work
 */
public record Manners(Spread handling, Patience patience, Spread answer, Spread wrapUp) {
    static long millis(Spread spread, RandomGenerator random) {
        return Math.round(spread.draw(random).toNanos() / 1e6);
    }
}

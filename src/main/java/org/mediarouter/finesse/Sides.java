package org.mediarouter.finesse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which side of Finesse is used: the one in use as long as it is in service, so that agents don't go to and fro. */
final class Sides {
    private static final Duration FRESH = Duration.ofMillis(500);

    private final List<Side> sides;
    private final Clock clock;
    private volatile Side used;

    Sides(List<Side> sides, Clock clock) {
        this.sides = List.copyOf(sides);
        this.clock = clock;
        used = sides.get(0);
    }

    /**
     * The side to use, as last heard.
     *
     * @throws FinesseFault none is in service
     */
    Side current() throws FinesseFault {
        if (!used.inService()) {
            refresh();
        }
        if (!used.inService()) {
            throw FinesseFault.away("no side of Finesse is in service");
        }
        return used;
    }

    /** Whether this one can be used; asks nobody. */
    boolean available() {
        return used.inService();
    }

    /** Whether another side than this has taken its place. */
    boolean leftBehind(Side side) {
        return side != used && !side.inService() && used.inService();
    }

    /** Asks, unless it was asked just now: thousands of agents notice the same failure at once. */
    synchronized void refresh() {
        refresh(used);
        if (used.inService()) {
            return;
        }
        for (Side other : sides) {
            if (other != used) {
                refresh(other);
                if (other.inService()) {
                    used = other;
                    return;
                }
            }
        }
    }

    private void refresh(Side side) {
        @Nullable Instant asked = side.asked();
        Instant now = clock.instant();
        if (asked == null || now.isAfter(asked.plus(FRESH))) {
            side.ask(now);
        }
    }
}

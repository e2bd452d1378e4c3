package org.mediarouter.simulation;

import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.ServiceLevelType;
import org.mediarouter.routing.statistics.Figures;

/** A queue over the hours of the day: all days and runs taken together. */
public final class DayCurve {
    /** Half hours. */
    public static final int PARTS = 48;

    private static final long LENGTH = 86_400_000L / PARTS;

    private final long[] offered = new long[PARTS];
    private final long[] waits = new long[PARTS];
    private final double[] waited = new double[PARTS];
    private final long[] measured = new long[PARTS];
    private final long[] answeredWithin = new long[PARTS];
    private final long[] abandonedWithin = new long[PARTS];

    /** Counts the figures of an interval that lies in one part of the day. */
    void add(Figures figures) {
        int part = (int) (Math.floorMod(figures.from(), 86_400_000L) / LENGTH);
        offered[part] += figures.offered();
        waits[part] += figures.waits().count();
        waited[part] += figures.waits().sum();
        measured[part] += figures.serviceLevel().offered();
        answeredWithin[part] += figures.serviceLevel().answered();
        abandonedWithin[part] += figures.serviceLevel().abandoned();
    }

    void add(DayCurve other) {
        for (int i = 0; i < PARTS; i++) {
            offered[i] += other.offered[i];
            waits[i] += other.waits[i];
            waited[i] += other.waited[i];
            measured[i] += other.measured[i];
            answeredWithin[i] += other.answeredWithin[i];
            abandonedWithin[i] += other.abandonedWithin[i];
        }
    }

    /** How many came in this half hour, altogether. */
    public long offered(int part) {
        return offered[part];
    }

    /** Mean wait, in seconds, of the waits that ended in this half hour; null where none did. */
    public @Nullable Double meanWait(int part) {
        return waits[part] == 0 ? null : waited[part] / waits[part];
    }

    /** The service level in this half hour; null where no task counted. */
    public @Nullable Double serviceLevel(int part, ServiceLevelType type) {
        return new org.mediarouter.routing.statistics.ServiceLevels(
                        answeredWithin[part], abandonedWithin[part], measured[part])
                .by(type);
    }
}

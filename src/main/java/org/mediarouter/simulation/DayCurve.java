package org.mediarouter.simulation;

import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.ServiceLevelType;
import org.mediarouter.routing.statistics.ServiceLevels;

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

    void came(long time) {
        offered[part(time)]++;
    }

    /** A wait of so many milliseconds ended then. */
    void waited(long time, long wait) {
        waits[part(time)]++;
        waited[part(time)] += wait / 1000.0;
    }

    /** A task counted for the service level: the first of answer, abandonment and threshold was then. */
    void measured(long time, boolean answeredWithin, boolean abandonedWithin) {
        measured[part(time)]++;
        this.answeredWithin[part(time)] += answeredWithin ? 1 : 0;
        this.abandonedWithin[part(time)] += abandonedWithin ? 1 : 0;
    }

    private static int part(long time) {
        return (int) (Math.floorMod(time, 86_400_000L) / LENGTH);
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
        return new ServiceLevels(answeredWithin[part], abandonedWithin[part], measured[part]).by(type);
    }
}

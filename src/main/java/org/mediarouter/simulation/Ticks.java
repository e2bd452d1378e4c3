package org.mediarouter.simulation;

import java.util.Locale;

/** Round numbers along an axis. */
final class Ticks {
    private static final int MOST = 5;

    private Ticks() {}

    /** From 0, evenly, to the highest or beyond it. */
    static double[] upTo(double highest) {
        double step = Math.pow(10, Math.floor(Math.log10(highest / MOST)));
        for (double factor : new double[] {2, 2.5, 2}) {
            if (step * MOST < highest) {
                step *= factor;
            }
        }
        int count = (int) Math.ceil(highest / step - 1e-9);
        double[] ticks = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            ticks[i] = i * step;
        }
        return ticks;
    }

    static String text(double tick) {
        return tick == Math.rint(tick)
                ? String.format(Locale.ROOT, "%,.0f", tick)
                : String.format(Locale.ROOT, "%.2f", tick).replaceAll("0+$", "");
    }
}

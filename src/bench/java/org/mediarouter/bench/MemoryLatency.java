package org.mediarouter.bench;

import java.util.Random;

/** What it costs to fetch something that the processor didn't expect: a limit for whatever follows references through many objects. */
final class MemoryLatency {
    private static final int LINE = 64;
    private static final int INTS_A_LINE = LINE / Integer.BYTES;
    private static final int FETCHES = 5_000_000;

    private MemoryLatency() {}

    /** Nanoseconds for one of a row of fetches, each of which says where the next one is, all over so many bytes. */
    static double nanos(int bytes) {
        int lines = bytes / LINE;
        int[] next = new int[lines * INTS_A_LINE];
        int[] order = new int[lines];
        for (int i = 0; i < lines; i++) {
            order[i] = i;
        }
        Random random = new Random(1);
        for (int i = lines - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int line = order[i];
            order[i] = order[other];
            order[other] = line;
        }
        for (int i = 0; i < lines; i++) {
            next[order[i] * INTS_A_LINE] = order[(i + 1) % lines] * INTS_A_LINE;
        }
        double best = Double.MAX_VALUE;
        int at = 0;
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < FETCHES; i++) {
                at = next[at];
            }
            best = Math.min(best, (System.nanoTime() - begin) / (double) FETCHES);
        }
        if (at < 0) {
            throw new IllegalStateException("never: it keeps the compiler from leaving out the fetches");
        }
        return best;
    }
}

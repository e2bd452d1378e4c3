package org.mediarouter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much of the processor time its host kept from this machine: what is measured while that is much says little. Linux counts
 * it (proc(5), {@code /proc/stat}); elsewhere nothing is known.
 */
final class Stolen {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int STEAL = 7;

    private long[] before;

    /** From now on. */
    Stolen() throws IOException {
        before = ticks();
    }

    /** Percent of all processors' time since this was asked last. */
    OptionalDouble percent() throws IOException {
        long[] former = before;
        before = ticks();
        if (before.length <= STEAL || former.length != before.length) {
            return OptionalDouble.empty();
        }
        long all = total(before) - total(former);
        return all <= 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (before[STEAL] - former[STEAL]) / all);
    }

    /** What a guest takes is in the user's already: only the first eight count. */
    private static long total(long[] ticks) {
        return Arrays.stream(ticks).limit(STEAL + 1).sum();
    }

    private static long[] ticks() throws IOException {
        List<String> lines = Files.isReadable(STAT) ? Files.readAllLines(STAT) : List.of();
        if (lines.isEmpty()) {
            return new long[0];
        }
        return Arrays.stream(lines.get(0).trim().split("\\s+"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
    }
}

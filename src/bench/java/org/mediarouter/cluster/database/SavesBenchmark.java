package org.mediarouter.cluster.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.mediarouter.bench.Scratch;

/**
 * What it costs to save two agents' rows of 5.5 kB in one transaction, one after the other by one thread: with the log before H2's
 * file, as nodes do it; with the file written at each commit; and, as the limit, in memory alone (decision 018).
 */
public final class SavesBenchmark {
    private static final int AGENTS = 50;
    private static final int ROUNDS = 5;
    private static final int EACH = 4_000;
    private static final String RECORD = "x".repeat(2_500);
    private static final byte[] OPERATIONS = new byte[3_000];

    private SavesBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (Scratch home = Scratch.of("saves-benchmark");
                Database logged =
                        Database.open(DatabaseSettings.file(home.path().resolve("logged")));
                Database written =
                        Database.open(DatabaseSettings.file(home.path().resolve("written")));
                Database memory = Database.open(DatabaseSettings.inMemory("saves-benchmark"))) {
            for (int round = 0; round < ROUNDS; round++) {
                long first = 1L + (long) round * EACH;
                measure("in memory", first, n -> memory.save(saves -> save(memory, saves, n)));
                measure("the log before the file", first, n -> logged.save(saves -> save(logged, saves, n)));
                measure(
                        "the file at each commit",
                        first,
                        n -> written.transaction(connection -> {
                            Saves saves = new Saves(connection, Dialect.H2::upsert);
                            return save(written, saves, n);
                        }));
            }
        }
    }

    private static boolean save(Database database, Saves saves, long n) throws SQLException {
        AgentRows agents = new AgentRows(database);
        for (long agent = n; agent < n + 2; agent++) {
            agents.save(saves, new Stored("agent-" + agent % AGENTS, n, RECORD, OPERATIONS, 1));
        }
        return true;
    }

    private static void measure(String name, long first, LongConsumer transaction) throws IOException {
        long[] nanos = new long[EACH];
        long written = written();
        for (int i = 0; i < EACH; i++) {
            long begin = System.nanoTime();
            transaction.accept(first + i);
            nanos[i] = System.nanoTime() - begin;
        }
        double kilobytes = (written() - written) / 1000.0 / EACH;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-24s p50 %6.3f ms, p99 %6.3f ms, written %6.1f kB a transaction%n",
                name,
                nanos[EACH / 2] / (double) TimeUnit.MILLISECONDS.toNanos(1),
                nanos[EACH * 99 / 100] / (double) TimeUnit.MILLISECONDS.toNanos(1),
                kilobytes);
    }

    /** Bytes that this process has handed to the system to write; Linux tells. */
    private static long written() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith("wchar: "))
                .mapToLong(line -> Long.parseLong(line.substring(7)))
                .sum();
    }
}

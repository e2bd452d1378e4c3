package org.mediarouter.cluster.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was appended is read again, wherever the process ended. */
class RedoLogTest {
    private static final Table TABLE = Table.of("t", 1, "id", "changes", "format", "bytes", "at", "nothing");

    @TempDir
    Path home;

    private Path store;

    @BeforeEach
    void inTheHome() {
        store = home.resolve("data").resolve("store");
    }

    private static List<SavedRow> rows(int n) {
        return IntStream.range(0, 1 + n % 3)
                .mapToObj(row -> new SavedRow(TABLE, new Object[] {
                    "ärger-" + n + "-" + row,
                    (long) n << 40,
                    -n,
                    new byte[n % 50],
                    Rows.time(Instant.parse("2026-11-30T12:00:00.123456789Z")),
                    null
                }))
                .toList();
    }

    private static void isThere(List<List<SavedRow>> read, int from, int to) {
        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(IntStream.range(from, to).mapToObj(RedoLogTest::rows).toList());
    }

    @Test
    void everyKindOfValueComesBackAndWhatIsEmptyIsNoTransaction() throws IOException {
        try (RedoLog log = RedoLog.open(store)) {
            for (int n = 0; n < 40; n++) {
                log.append(rows(n));
                log.append(List.of());
            }
            isThere(log.read(), 0, 40);
        }
        try (RedoLog again = RedoLog.open(store)) {
            isThere(again.read(), 0, 40);
        }
    }

    @Test
    void theFilesTakeTurnsAndTheOlderOneIsReadFirst() throws IOException {
        try (RedoLog log = RedoLog.open(store)) {
            assertThat(log.turn()).as("nothing to leave").isFalse();
            log.append(rows(0));
            assertThat(log.turn()).isTrue();
            log.append(rows(1));
            assertThat(log.turn()).as("the older is still there").isTrue();
            log.append(rows(2));
            isThere(log.read(), 0, 3);

            log.clearOlder();
            isThere(log.read(), 1, 3);
            assertThat(log.turn()).isTrue();
            log.append(rows(3));
            isThere(log.read(), 1, 4);
        }
    }

    @Test
    void anEmptyLogLeavesNoFiles() throws IOException {
        try (RedoLog log = RedoLog.open(store)) {
            log.append(rows(0));
            log.clear();
        }
        try (var files = Files.list(store.getParent())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whereverTheLastWriteEndedWhatWasAnsweredForBeforeIsThere() throws IOException {
        List<Long> ends = new ArrayList<>();
        Path file = store.resolveSibling("store.redo.1");
        try (RedoLog log = RedoLog.open(store)) {
            for (int n = 0; n < 10; n++) {
                log.append(rows(n));
                ends.add(Files.size(file));
            }
        }
        for (long cut = Files.size(file); cut >= 0; cut--) {
            cut(file, cut);
            long length = cut;
            try (RedoLog log = RedoLog.open(store)) {
                isThere(log.read(), 0, (int)
                        ends.stream().filter(end -> end <= length).count());
            }
        }
    }

    private static void cut(Path file, long length) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(length);
        }
    }

    @Test
    void whatWasSpoiltIsNotTakenForRows() throws IOException {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("RedoLogTest: -Dseed=" + seed);
        Random random = new Random(seed);
        Path file = store.resolveSibling("store.redo.1");
        List<Long> ends = new ArrayList<>();
        try (RedoLog log = RedoLog.open(store)) {
            for (int n = 0; n < 10; n++) {
                log.append(rows(n));
                ends.add(Files.size(file));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        for (int time = 0; time < 500; time++) {
            byte[] spoilt = whole.clone();
            int at = random.nextInt(spoilt.length);
            spoilt[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, spoilt);
            try (RedoLog log = RedoLog.open(store)) {
                isThere(log.read(), 0, (int)
                        ends.stream().filter(end -> end <= at).count());
            }
        }
    }
}

package org.mediarouter.cluster.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 writes for an agent who changes must not grow with how many agents there are. */
class GrowingRowsTest {
    private static final int AGENTS = 40;
    private static final int CHANGES = 5;
    private static final int RECORD = 4_000;

    @TempDir
    Path home;

    @Test
    void agentsWhoseRecordsHaveGrownAreWrittenOneByOne() throws IOException {
        Path file = home.resolve("store.mv.db");
        try (Database database = Database.open(DatabaseSettings.file(home))) {
            AgentRows agents = new AgentRows(database);
            everybody(database, agents, 1, 300);
            everybody(database, agents, 2, RECORD);
            long before = Files.size(file);

            // H2 doesn't use again what became free less than 5 s ago: the file grows by all that is written.
            for (int change = 3; change < 3 + CHANGES; change++) {
                everybody(database, agents, change, RECORD);
            }

            long each = (Files.size(file) - before) / (AGENTS * CHANGES);
            assertThat(each).as("bytes for one change").isLessThan(5L * RECORD);
            assertThat(agents.get("agent-7"))
                    .satisfies(row -> assertThat(row.changes()).isEqualTo(2 + CHANGES))
                    .satisfies(row -> assertThat(row.record()).hasSize(RECORD));
        }
    }

    private static void everybody(Database database, AgentRows agents, long changes, int size) {
        IntStream.range(0, AGENTS)
                .mapToObj(i -> new Stored("agent-" + i, changes, "x".repeat(size), new byte[10], 1))
                .forEach(row -> assertThat(database.<Boolean>transaction(connection -> agents.save(connection, row)))
                        .isTrue());
    }
}

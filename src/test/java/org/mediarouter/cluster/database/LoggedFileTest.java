package org.mediarouter.cluster.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediarouter.message.Unavailable;

/** What was saved is safe when {@link Database#save} returns, however long H2 takes to write it. */
class LoggedFileTest {
    @TempDir
    Path home;

    private Database open(Path directory) {
        return Database.open(DatabaseSettings.file(directory));
    }

    private static void save(Database database, String agent, long changes) {
        assertThat(database.<Boolean>save(saves -> new AgentRows(database)
                        .save(saves, new Stored(agent, changes, "x".repeat(3_000), new byte[] {(byte) changes}, 1))))
                .isTrue();
    }

    private static long changes(Database database, String agent) {
        Stored row = new AgentRows(database).get(agent);
        return row == null ? 0 : row.changes();
    }

    /** The files as a process that is killed now would leave them. */
    private static Path asIfKilled(Path directory, Path to) throws IOException {
        Files.createDirectories(to);
        // The log first: what it has and the file hasn't when it is copied, the file has later.
        List<Path> files =
                new ArrayList<>(List.of(directory.resolve("store.redo.1"), directory.resolve("store.redo.2")));
        files.add(directory.resolve("store.mv.db"));
        for (Path file : files) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }

    @Test
    void wheneverTheProcessIsKilledAllThatWasSavedIsThere() throws IOException {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("LoggedFileTest: -Dseed=" + seed);
        Random random = new Random(seed);
        Map<String, Long> saved = new HashMap<>();
        try (Database database = open(home.resolve("live"))) {
            for (int kill = 0; kill < 25; kill++) {
                for (int n = random.nextInt(200); n >= 0; n--) {
                    String agent = "agent-" + random.nextInt(30);
                    save(database, agent, saved.merge(agent, 1L, Long::sum));
                }
                Path dead = asIfKilled(home.resolve("live"), home.resolve("dead-" + kill));
                try (Database next = open(dead)) {
                    saved.forEach((agent, changes) ->
                            assertThat(changes(next, agent)).as(agent).isEqualTo(changes));
                }
            }
        }
        try (Database next = open(home.resolve("live"))) {
            saved.forEach((agent, changes) ->
                    assertThat(changes(next, agent)).as(agent).isEqualTo(changes));
        }
    }

    @Test
    void theLogIsEmptiedWhileTheNodeRunsAndAnOrderlyEndLeavesNone() throws IOException {
        try (Database database = open(home)) {
            save(database, "alice", 1);
            await().until(() -> Files.size(home.resolve("store.redo.1")) == 0);
            save(database, "alice", 2);
        }
        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(home.resolve("store.mv.db"));
        }
        try (Database database = open(home)) {
            assertThat(changes(database, "alice")).isEqualTo(2);
        }
    }

    /** As when the disk is full: H2 closes itself without writing, and is opened again with the file as it was. */
    @Test
    void whatH2LostWhenItClosedItselfIsSavedAgain() throws SQLException {
        try (Database database = open(home)) {
            for (int n = 1; n <= 50; n++) {
                save(database, "alice", n);
            }
            shutDownImmediately();
            await().ignoreException(Unavailable.class).until(() -> changes(database, "alice") == 50);
            save(database, "bob", 1);
        }
        try (Database database = open(home)) {
            assertThat(changes(database, "alice")).isEqualTo(50);
            assertThat(changes(database, "bob")).isEqualTo(1);
        }
    }

    private void shutDownImmediately() throws SQLException {
        DatabaseSettings settings = DatabaseSettings.file(home);
        try (Connection connection = DriverManager.getConnection(settings.fullUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
    }

    @Test
    void aLogWhoseDatabaseIsGoneIsNotSavedIntoAnother() throws IOException {
        Path dead = home.resolve("dead");
        try (Database database = open(home)) {
            save(database, "alice", 1);
            asIfKilled(home, dead);
        }
        Files.delete(dead.resolve("store.mv.db"));
        assertThatThrownBy(() -> open(dead))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("AGENTS")
                .hasMessageContaining(".redo");
        assertThat(dead.resolve("store.redo.1")).isNotEmptyFile();
    }

    @Test
    void onlyAFileOfThisProcessThatIsNotEncryptedHasALog() {
        assertThat(new DatabaseSettings("jdbc:h2:file:/data/store;LOCK_TIMEOUT=9", "", "").loggedFile())
                .isEqualTo(Path.of("/data/store"));
        assertThat(List.of(
                        "jdbc:h2:file:/data/store;cipher=AES",
                        "jdbc:h2:file:/data/store;AUTO_SERVER=TRUE",
                        "jdbc:h2:file:~/store",
                        "jdbc:h2:mem:x",
                        "jdbc:h2:tcp://localhost/store",
                        "jdbc:postgresql://localhost/store"))
                .allMatch(url -> new DatabaseSettings(url, "", "").loggedFile() == null);
    }
}

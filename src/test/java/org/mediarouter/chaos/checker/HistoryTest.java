package org.mediarouter.chaos.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediarouter.chaos.history.History;
import org.mediarouter.chaos.history.Observation;

class HistoryTest {
    private static final List<Observation> SEEN =
            new Seen().life(0, "a", "1001").struck(1, 2).left(3, "DLQ", "c").history();

    @Test
    void whatIsWrittenIsRead(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("history.jsonl");
        try (History history = History.to(file)) {
            SEEN.forEach(history::add);
        }

        assertThat(History.read(file)).isEqualTo(SEEN);
    }

    @Test
    void aTornLastLineIsLeftOut(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("history.jsonl");
        try (History history = History.to(file)) {
            SEEN.forEach(history::add);
        }
        Files.writeString(file, "{\"seen\":\"ended\",\"at\":\"2026-", StandardOpenOption.APPEND);
        assertThat(History.read(file)).isEqualTo(SEEN);

        Files.writeString(file, "\n{}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> History.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no observation");
    }
}

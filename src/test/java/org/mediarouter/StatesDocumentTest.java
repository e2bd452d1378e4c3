package org.mediarouter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.TaskStateName;

/** docs/states.md says what the code does. To write it anew: {@code mvn test -Dtest=StatesDocumentTest -Dregenerate=true}. */
class StatesDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "states.md");

    @Test
    void theCommittedDocumentIsThatOfTheCode() throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(DOCUMENT, StatesDocument.write());
        }
        assertThat(DOCUMENT)
                .as("regenerate with: mvn test -Dtest=StatesDocumentTest -Dregenerate=true")
                .content()
                .isEqualTo(StatesDocument.write());
    }

    @Test
    void everyStateHasItsRowAndItsWords() {
        String document = StatesDocument.write();
        assertThat(document).doesNotContain("null").doesNotContain("|  |");
        for (AgentStateName state : AgentStateName.values()) {
            assertThat(document).contains("\n| " + state + " | ");
        }
        for (TaskStateName state : TaskStateName.values()) {
            assertThat(document).contains("\n| " + state + " | ");
        }
    }
}

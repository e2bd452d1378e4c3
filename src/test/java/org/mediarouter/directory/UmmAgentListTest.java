package org.mediarouter.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediarouter.directory.UmmAgents.Answer;

class UmmAgentListTest {
    private static Answer read(String json) {
        return UmmAgentList.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer.Listed listed(String json) {
        return (Answer.Listed) read(json);
    }

    @Test
    void everythingThatUmmMaySay() {
        assertThat(listed(
                                "[{\"id\": 1001, \"name\": \"Zo\u00eb\", \"team\": \"\", \"roles\": [\"agent\"], \"mrds\": [\"chat\"],"
                                        + " \"attributes\": {\"Billing\": 7, \"German\": true, \"x\": 1.5}}]")
                        .agents())
                .containsExactly(new UmmAgent(
                        "1001", "Zo\u00eb", null, Map.of("Billing", 7, "German", true, "x", "1.5"), Map.of("chat", 0)));
        assertThat(listed("[{\"id\": \"a\", \"mrds\": {\"chat\": {\"maxTasks\": 2}, \"email\": null}}]")
                        .agents())
                .containsExactly(new UmmAgent("a", "a", null, Map.of(), Map.of("chat", 2, "email", 0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>welcome</html>",
                "{\"id\": \"a\"}",
                "[{\"id\": \"a\"}, {\"id\": \"b",
                "[{\"id\": \"a\"}] trailing",
                "[\"a\"]",
                "[{\"name\": \"a\"}]",
                "[{\"id\": null}]",
                "[{\"id\": \"a\"}, {\"id\": \"a\"}]",
                "[{\"id\": \"a\", \"id\": \"b\"}]",
                "null"
            })
    void whatIsNoListOfAgentsIsNoAnswer(String json) {
        assertThat(read(json)).isInstanceOf(Answer.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../etc", "a b", "\\n", "{{x}}", "-a"})
    void whoHasNoIdIsLeftOut(String id) {
        Answer.Listed listed = listed("[{\"id\": \"" + id + "\"}, {\"id\": \"bob\"}]");

        assertThat(listed.agents()).extracting(UmmAgent::id).containsExactly("bob");
        assertThat(listed.leftOut()).hasSize(1);
    }

    @Test
    void namesAreOneLineOfBoundedLength() {
        String name = listed("[{\"id\": \"a\", \"name\": \"" + "\ud83d\ude00".repeat(300) + "\"}]")
                .agents()
                .get(0)
                .name();

        assertThat(name.codePointCount(0, name.length())).isEqualTo(256);
    }

    @Test
    void halfACharacterIsNone() {
        assertThat(listed("[{\"id\": \"a\", \"name\": \"x\\ud83dy\"}]").agents())
                .extracting(UmmAgent::name)
                .containsExactly("x y");
    }

    @Test
    void tooManyAreNoList() {
        assertThat(read("[" + "0,".repeat(UmmAgentList.MOST) + "0]")).isInstanceOf(Answer.Unavailable.class);
    }
}

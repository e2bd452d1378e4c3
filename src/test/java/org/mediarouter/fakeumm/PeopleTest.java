package org.mediarouter.fakeumm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
    @TempDir
    Path directory;

    @Test
    void yamlAndJsonSayTheSame() throws IOException {
        List<Person> yaml = people("- {id: alice, password: s3cret, team: north, attributes: {Billing: 7}}");
        List<Person> json = people(
                "[{\"id\": \"alice\", \"password\": \"s3cret\", \"team\": \"north\", \"attributes\": {\"Billing\": 7}}]");

        assertThat(yaml).isEqualTo(json);
        assertThat(yaml)
                .containsExactly(new Person("alice", "s3cret", "alice", "north", List.of(), Map.of("Billing", 7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {id: alice}",
                "- {password: s3cret}",
                "- {id: alice, password: s3cret, pasword: s3cret}",
                "- {id: alice, password: s3cret}\n- {id: alice, password: s3cret}",
                "- ~",
                "~",
                "alice: s3cret",
                "- {id: alice, password: s3cret"
            })
    void mistakesSayWhereAndKeepThePassword(String text) {
        assertThatThrownBy(() -> people(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void nobodyTellsAPassword() {
        assertThat(People.few()).isNotEmpty().allSatisfy(person -> {
            assertThat(person.toString()).doesNotContain(person.password());
            assertThat(person.told()).doesNotContainValue(person.password());
        });
    }

    private List<Person> people(String text) throws IOException {
        return People.read(Files.writeString(directory.resolve("people.yaml"), text));
    }
}

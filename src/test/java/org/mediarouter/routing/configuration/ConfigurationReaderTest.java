package org.mediarouter.routing.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.routing.model.Outside;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Selection;
import org.mediarouter.routing.model.ServiceLevelType;
import org.mediarouter.routing.model.TransferMode;
import org.mediarouter.routing.model.WrapUp;

class ConfigurationReaderTest {

    private static final String EXAMPLE = """
            attributes:
              - {name: English, type: boolean, default: false}
              - {name: Broadband, type: proficiency, default: 1}
            mediaRoutingDomains:
              - {id: chat, maxTasks: 3, interruptible: true, acceptWithin: 30s, wrapUp: optional, wrapUpWithin: 60s, defaultQueue: general}
            queues:
              - id: broadband
                mrd: chat
                selection: longest-available
                serviceLevel: {threshold: 20s, type: ignore-abandoned}
                steps:
                  - {when: "English && Broadband >= 7", timeout: 30s}
                  - {when: "English || task.language == 'en'"}
              - {id: general, mrd: chat, steps: [{when: "true"}]}
            agents:
              - id: "1001"
                name: Alice
                mode: standalone
                password: "$2a$10$jIFw0u6CrY6YVfcls89GrO5.1T3sFvLxvTFni08AxHoySQ7b.lM1e"
                mrds: {chat: {maxTasks: 2}}
                attributes: {English: true, Broadband: 8}
            """;

    @Test
    void readsTheExampleOfTheContract() {
        Configuration read = accepted(EXAMPLE);

        Mrd chat = read.mrds().get("chat");
        assertThat(chat.maxTasks()).isEqualTo(3);
        assertThat(chat.acceptWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(read.defaultQueue("chat")).isSameAs(read.queue("general"));
        PrecisionQueue broadband = read.queues().get("broadband");
        assertThat(broadband.steps()).hasSize(2);
        assertThat(broadband.steps().get(0).timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(broadband.serviceLevel())
                .isNotNull()
                .satisfies(level -> assertThat(level.type()).isEqualTo(ServiceLevelType.IGNORE_ABANDONED));
        AgentProfile alice = read.agents().get("1001");
        assertThat(alice.name()).isEqualTo("Alice");
        assertThat(read.attributesOf(alice)).isEqualTo(Map.of("English", true, "Broadband", 8));
        assertThat(read.capacity("1001", "chat")).isEqualTo(2);
        assertThat(read.belongs("1001", "voice")).isFalse();
    }

    @Test
    void whatIsLeftOutHasTheDefaultOfTheContract() {
        Configuration read = accepted("""
                mediaRoutingDomains: [{id: voice}, {id: chat, interruptible: true}]
                queues: [{id: q, mrd: voice, steps: [{when: "true"}]}]
                agents: [{id: 0815, mode: cc, mrds: {voice: }}]
                """);

        assertThat(read.mrds().get("voice"))
                .isEqualTo(new Mrd(
                        "voice",
                        1,
                        false,
                        OnInterrupt.KEEP,
                        false,
                        Duration.ofSeconds(30),
                        WrapUp.OPTIONAL,
                        Duration.ofSeconds(60),
                        Duration.ofHours(1),
                        Duration.ofMinutes(10),
                        null,
                        List.of(),
                        false,
                        TransferMode.DIRECT,
                        4,
                        Outside.NONE));
        assertThat(read.mrds().get("chat").concurrent()).isTrue();
        PrecisionQueue queue = read.queues().get("q");
        assertThat(queue.selection()).isEqualTo(Selection.LONGEST_AVAILABLE);
        assertThat(queue.priority()).isEqualTo(1);
        assertThat(queue.agingAfter()).isNull();
        assertThat(queue.preferredFor()).isEqualTo(Duration.ofSeconds(30));
        AgentProfile agent = read.agents().get("0815");
        assertThat(agent.mode()).isEqualTo(AgentMode.CC);
        assertThat(agent.name()).isEqualTo("0815");
        assertThat(read.capacity("0815", "voice")).isEqualTo(1);
    }

    @Test
    void theShippedFileIsRightAndItsPasswordIsTheDocumentedOne() throws IOException {
        Configuration read = accepted(Files.readString(Path.of("config/routing.yaml")));

        assertThat(read.agents()).hasSize(50).containsKeys("1001", "1050");
        assertThat(read.mrds()).containsOnlyKeys("chat", "voice", "email");
        assertThat(read.agents().values())
                .allSatisfy(
                        agent -> assertThat(read.belongs(agent.id(), "chat")).isTrue());
        String hash = read.agents().get("1001").passwordHash();
        assertThat(hash).isNotNull();
        assertThat(BCrypt.verifyer().verify("secret".toCharArray(), hash).verified)
                .isTrue();
    }

    @Test
    void thePublishedSchemaIsTheOneInUse() throws IOException {
        assertThat(Path.of("docs/routing.schema.json"))
                .hasSameTextualContentAs(Path.of("src/main/resources/schema/routing.schema.json"));
    }

    @Test
    void noPasswordHashIsInAnyText() {
        Configuration read = accepted(EXAMPLE);

        assertThat(read.toString()).contains("Alice").doesNotContain("$2a$");
    }

    private static Configuration accepted(String text) {
        Reading reading = ConfigurationReader.read("routing.yaml", text);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).configuration();
    }
}

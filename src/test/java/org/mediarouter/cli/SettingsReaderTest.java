package org.mediarouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir
    private Path config;

    private final List<Mistake> mistakes = new ArrayList<>();

    @BeforeEach
    void users() throws IOException {
        Files.writeString(config.resolve("broker-users.properties"), "media-router = own\nchat-server = chat-server\n");
        file("");
    }

    private void file(String text) throws IOException {
        Files.writeString(config.resolve("application.properties"), text);
    }

    private Settings read(Map<String, String> environment, Map<String, String> commandLine) {
        return SettingsReader.read(config, environment, commandLine, mistakes);
    }

    private List<String> told() {
        return mistakes.stream()
                .map(mistake -> mistake.toString().replace(config.toString(), "config"))
                .toList();
    }

    @Test
    void everyNameAndDefaultIsAsDocumented() {
        assertThat(Arrays.stream(Setting.values()).collect(Collectors.toMap(Setting::key, Setting::byDefault)))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("mediarouter.roles", "broker,communication-server,routing-engine,console"),
                        Map.entry("mediarouter.node", ""),
                        Map.entry("mediarouter.broker.url", ""),
                        Map.entry("mediarouter.broker.host", "127.0.0.1"),
                        Map.entry("mediarouter.broker.port", "61616"),
                        Map.entry("mediarouter.broker.user", "media-router"),
                        Map.entry("mediarouter.broker.password", ""),
                        Map.entry("mediarouter.data", "data"),
                        Map.entry("mediarouter.store.url", ""),
                        Map.entry("mediarouter.store.user", ""),
                        Map.entry("mediarouter.store.password", ""),
                        Map.entry("mediarouter.store.keep", "7d"),
                        Map.entry("mediarouter.cluster.name", "media-router"),
                        Map.entry("mediarouter.cluster.port", "5701"),
                        Map.entry("mediarouter.cluster.members", "127.0.0.1"),
                        Map.entry("mediarouter.routing", "config/routing.yaml"),
                        Map.entry("mediarouter.routes", "routes"),
                        Map.entry("mediarouter.destinations", "Agent.#,Client.#,ChatServer,ChatServer.#"),
                        Map.entry("mediarouter.connected-for", "8h"),
                        Map.entry("mediarouter.task-queued", "false"),
                        Map.entry("mediarouter.http.host", "127.0.0.1"),
                        Map.entry("mediarouter.http.port", "8080"),
                        Map.entry("mediarouter.http.user", ""),
                        Map.entry("mediarouter.http.password", ""),
                        Map.entry("mediarouter.finesse.rest", ""),
                        Map.entry("mediarouter.finesse.xmpp", ""),
                        Map.entry("mediarouter.finesse.domain", ""),
                        Map.entry("mediarouter.finesse.tls", "true"),
                        Map.entry("mediarouter.finesse.trust-store", ""),
                        Map.entry("mediarouter.finesse.trust-store-password", ""),
                        Map.entry("mediarouter.finesse.poll", "60s"),
                        Map.entry("mediarouter.umm.url", ""),
                        Map.entry("mediarouter.umm.sync-every", "0s"),
                        Map.entry("mediarouter.umm.agents-url", ""),
                        Map.entry("mediarouter.umm.mrds", ""),
                        Map.entry("mediarouter.umm.sync-may-shrink", "false"),
                        Map.entry("mediarouter.finesse.ping", "10s"),
                        Map.entry("mediarouter.finesse.time-out", "5s"),
                        Map.entry("mediarouter.secret-key", ""),
                        Map.entry("mediarouter.secret-key-file", ""),
                        Map.entry("mediarouter.consumers.sign-in", "4"),
                        Map.entry("mediarouter.consumers.routing-engine", "3"),
                        Map.entry("mediarouter.consumers.communication-server", "3")));
    }

    @Test
    void withoutAnythingGivenEverythingHasItsDefault() {
        Settings settings = read(Map.of(), Map.of());

        assertThat(mistakes).isEmpty();
        assertThat(settings.roles()).containsExactly(Role.values());
        assertThat(settings.node()).isNotEmpty();
        assertThat(settings.broker()).isEqualTo(new Settings.Broker("", "127.0.0.1", 61616, "media-router", "own"));
        assertThat(settings.embeddedBroker()).isTrue();
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.store()).isEqualTo(new Settings.Store("", "", "", Duration.ofDays(7)));
        assertThat(settings.cluster()).isEqualTo(new Settings.Cluster("media-router", 5701, List.of("127.0.0.1")));
        assertThat(settings.routing()).isEqualTo(Path.of("config/routing.yaml"));
        assertThat(settings.routes()).isEqualTo(Path.of("routes"));
        assertThat(settings.destinations()).containsExactly("Agent.#", "Client.#", "ChatServer", "ChatServer.#");
        assertThat(settings.connectedFor()).isEqualTo(Duration.ofHours(8));
        assertThat(settings.http()).isEqualTo(new Settings.Http("127.0.0.1", 8080, "", ""));
    }

    @Test
    void theShippedFileNamesEverySettingWithItsDefaultAndSetsNone() throws IOException {
        String text = Files.readString(Path.of("config/application.properties"));

        for (Setting setting : Setting.values()) {
            assertThat(text.lines()).contains("#" + setting.key() + "=" + setting.byDefault());
        }
        assertThat(PropertyLines.read(Path.of("config/application.properties"), mistakes))
                .isEmpty();
    }

    @Test
    void theCommandLineIsStrongerThanTheEnvironmentThanTheFile() throws IOException {
        file("mediarouter.broker.port=1\nmediarouter.http.port=1\nmediarouter.cluster.port = 1\ncamel.main.name=x\n");

        Settings settings = read(
                Map.of("MEDIAROUTER_BROKER_PORT", "2", "MEDIAROUTER_HTTP_PORT", "2"),
                Map.of("mediarouter.broker.port", "3"));

        assertThat(settings.broker().port()).isEqualTo(3);
        assertThat(settings.http().port()).isEqualTo(2);
        assertThat(settings.cluster().port()).isEqualTo(1);
        assertThat(settings.camel()).containsExactly(Map.entry("camel.main.name", "x"));
        assertThat(settings.values()).containsEntry("mediarouter.broker.port", "3");
    }

    @Test
    void eachMistakeIsToldWithPlaceAndRemedy() throws IOException {
        file(
                "# a comment\nmediarouter.brokr.port=1\nmediarouter.http.port=eighty\nmediarouter.connected-for=8 hours\n");

        read(Map.of("MEDIAROUTER_ROLES", "brokr"), Map.of("mediarouter.dta", "x"));

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "config/application.properties:2: there is no setting mediarouter.brokr.port (did you mean"
                                + " mediarouter.broker.port?)",
                        "--mediarouter.dta: there is no setting mediarouter.dta (did you mean mediarouter.data?)",
                        "config/application.properties:3: mediarouter.http.port: \"eighty\" is no number that will do"
                                + " (from 0 to 65535)",
                        "config/application.properties:4: mediarouter.connected-for: \"8 hours\" is no duration (for"
                                + " example 30s, 5m, 8h or 1d)",
                        "MEDIAROUTER_ROLES: mediarouter.roles: there is no role brokr (did you mean broker?)",
                        "MEDIAROUTER_ROLES: mediarouter.roles: without the role broker the node needs one outside (set"
                                + " mediarouter.broker.url, for example tcp://broker-1:61616)");
    }

    @Test
    void aSettingGivenTwiceIsAMistake() throws IOException {
        file("mediarouter.data=a\n\nmediarouter.data=b\n");

        read(Map.of(), Map.of());

        assertThat(told())
                .containsExactly("config/application.properties:3: mediarouter.data is set twice (the first is at"
                        + " config/application.properties:1)");
    }

    @Test
    void unknownEnvironmentVariablesAreOnlyNamed() {
        assertThat(Given.unknown(Map.of("MEDIAROUTER_BROKER_PROT", "1", "PATH", "x")))
                .containsExactly(Map.entry("MEDIAROUTER_BROKER_PROT", "did you mean mediarouter.broker.port?"));
    }

    @Test
    void thePasswordForABrokerOutsideIsTheOneInTheFileToo() {
        Settings settings = read(Map.of(), Map.of("mediarouter.broker.url", "tcp://broker:61616"));

        assertThat(mistakes).isEmpty();
        assertThat(settings.broker().password()).isEqualTo("own");
    }

    @Test
    void beyondLoopbackTheDevelopmentPasswordsWontDo() {
        Settings settings =
                read(Map.of(), Map.of("mediarouter.broker.host", "0.0.0.0", "mediarouter.http.host", "0.0.0.0"));
        new Bindings(settings).checkProtection(mistakes);

        assertThat(told())
                .hasSize(2)
                .anySatisfy(told -> assertThat(told).contains("development passwords of chat-server"))
                .anySatisfy(told -> assertThat(told).contains("mediarouter.http.user and mediarouter.http.password"));
    }

    @Test
    void noPasswordShows() {
        Settings settings = read(
                Map.of(),
                Map.of(
                        "mediarouter.http.user", "u",
                        "mediarouter.http.password", "sesame",
                        "mediarouter.store.password", "sesame",
                        "mediarouter.broker.password", "sesame"));

        assertThat(settings.toString()).doesNotContain("sesame").doesNotContain("own");
    }

    @Test
    void agentsComeFromUmmWhereItIsSaidHowOftenAndFromWhere() {
        Settings settings = read(
                Map.of(),
                Map.of(
                        "mediarouter.umm.sync-every", "10m",
                        "mediarouter.umm.agents-url", "https://umm.example/agents",
                        "mediarouter.umm.mrds", "chat, email,chat"));

        assertThat(mistakes).isEmpty();
        assertThat(settings.synchronisesAgents()).isTrue();
        assertThat(settings.ummAgents())
                .isEqualTo(new Settings.UmmAgents(
                        Duration.ofMinutes(10), "https://umm.example/agents", Set.of("chat", "email"), false));
        assertThat(read(Map.of(), Map.of()).synchronisesAgents()).isFalse();
    }

    @Test
    void agentsDoNotComeFromNowhereNorWithoutPause() {
        read(Map.of(), Map.of("mediarouter.umm.sync-every", "10ms", "mediarouter.umm.sync-may-shrink", "perhaps"));

        assertThat(told())
                .hasSize(3)
                .anyMatch(line -> line.contains("mediarouter.umm.sync-every") && line.contains("1s or more"))
                .anyMatch(line -> line.contains("mediarouter.umm.agents-url") && line.contains("where UMM lists"))
                .anyMatch(line -> line.contains("mediarouter.umm.sync-may-shrink"));
    }
}

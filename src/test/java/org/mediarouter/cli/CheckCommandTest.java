package org.mediarouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check says of configuration and routes with a mistake in them. */
class CheckCommandTest {
    @TempDir
    private Path home;

    @BeforeEach
    void shipped() throws IOException {
        for (String directory : List.of("config", "routes")) {
            Files.createDirectory(home.resolve(directory));
            try (Stream<Path> files = Files.list(Path.of(directory))) {
                for (Path file : files.toList()) {
                    Files.copy(file, home.resolve(directory).resolve(file.getFileName()));
                }
            }
        }
    }

    private void change(String file, String what, String with) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(what);
        Files.writeString(path, text.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(with)));
    }

    private int line(String file, String of) throws IOException {
        List<String> lines = Files.readAllLines(home.resolve(file));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(of)) {
                return i + 1;
            }
        }
        throw new AssertionError(of + " is not in " + file);
    }

    private List<String> told() {
        List<Mistake> mistakes = new ArrayList<>();
        Settings settings = SettingsReader.read(
                home.resolve("config"),
                Map.of(),
                Map.of(
                        "mediarouter.routing",
                                home.resolve("config/routing.yaml").toString(),
                        "mediarouter.routes", home.resolve("routes").toString()),
                mistakes);
        Checks.of(settings).run(false, mistakes);
        return mistakes.stream()
                .map(mistake -> mistake.toString().replace(home + "/", ""))
                .toList();
    }

    private void assertOnlyMistake(String file, String at, String mistake) throws IOException {
        assertThat(told()).containsExactly(file + ":" + line(file, at) + ": " + mistake);
    }

    @Test
    void whatIsShippedIsRight() {
        assertThat(told()).isEmpty();
    }

    @Test
    void anElementThatCamelDoesNotHave() throws IOException {
        change("routes/general.camel.yaml", "        - choice:", "        - chioce:");

        assertOnlyMistake(
                "routes/general.camel.yaml", "- chioce:", "there is no \"chioce\" here (did you mean choice?)");
    }

    @Test
    void anOptionThatTheEndpointDoesNotHave() throws IOException {
        change("routes/sign-in.camel.yaml", "concurrentConsumers:", "concurrentConsumer:");

        assertThat(told())
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .startsWith(
                                "routes/sign-in.camel.yaml:" + line("routes/sign-in.camel.yaml", "    from:") + ": ")
                        .contains("concurrentConsumer")
                        .contains("concurrentConsumers"));
    }

    @Test
    void aComponentThatCamelDoesNotHave() throws IOException {
        change("routes/general.camel.yaml", "direct:general.TaskState\"", "dirct:general.TaskState\"");

        assertOnlyMistake("routes/general.camel.yaml", "dirct:", "there is no component dirct (did you mean direct?)");
    }

    @Test
    void aComponentWhoseJarIsNotThere() throws IOException {
        change("routes/general.camel.yaml", "direct:general.TaskState\"", "kafka:tasks\"");

        assertOnlyMistake(
                "routes/general.camel.yaml",
                "kafka:",
                "the component kafka isn't here (put camel-kafka and what it needs into lib)");
    }

    @Test
    void aStepThatIsNotThere() throws IOException {
        change("routes/errors.camel.yaml", "ref: give-up", "ref: giv-up");

        assertOnlyMistake("routes/errors.camel.yaml", "giv-up", "there is no step giv-up (did you mean give-up?)");
    }

    @Test
    void aRouteThatNobodyReceivesFrom() throws IOException {
        change("routes/general.camel.yaml", "direct:general.TaskState\"", "direct:general.TaskStat\"");

        assertOnlyMistake(
                "routes/general.camel.yaml",
                "TaskStat\"",
                "nothing receives from direct:general.TaskStat (did you mean direct:general.TaskState?)");
    }

    @Test
    void aTemplateMadeIntoARouteOfAnUnknownType() throws IOException {
        change(
                "routes/routing-engine.camel.yaml",
                "routeId: routing-engine.WakeUp, parameters: [{name: type, value: WakeUp}]",
                "routeId: routing-engine.WakeUp, parameters: [{name: type, value: WakUp}]");

        assertThat(told())
                .allSatisfy(told -> assertThat(told).startsWith("routes/routing-engine.camel.yaml:"))
                .anySatisfy(told -> assertThat(told)
                        .contains("there is no step decode-routing-engine.WakUp (did you mean"
                                + " decode-routing-engine.WakeUp?)"));
    }

    @Test
    void anIdGivenTwice() throws IOException {
        change("routes/routing-engine.camel.yaml", "id: routing-engine\n", "id: general\n");

        assertThat(told())
                .containsExactly("routes/routing-engine.camel.yaml:"
                        + line("routes/routing-engine.camel.yaml", "- route:")
                        + ": there are two of the id general (the first is at routes/general.camel.yaml:"
                        + line("routes/general.camel.yaml", "- route:") + ")");
    }

    @Test
    void anExpressionThatCamelCannotRead() throws IOException {
        change(
                "routes/routing-engine.camel.yaml",
                "\"${header.JMSType} == 'WakeUp'\"",
                "\"${header.JMSType == 'WakeUp'\"");

        assertThat(told())
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .startsWith("routes/routing-engine.camel.yaml:"
                                + line("routes/routing-engine.camel.yaml", "- route:") + ": ")
                        .contains("WakeUp"));
    }

    @Test
    void textThatIsNoYaml() throws IOException {
        Files.writeString(home.resolve("routes/errors.camel.yaml"), "- route:\n    id: x\n   from: [\n");

        assertThat(told()).anySatisfy(told -> assertThat(told).startsWith("routes/errors.camel.yaml:3: no YAML: "));
    }

    @Test
    void mistakesInTheOtherFiles() throws IOException {
        change("config/routing.yaml", "maxTasks: 3", "maxTask: 3");
        change("config/broker.xml", "<journal-type>", "<journaltype>");
        Files.writeString(home.resolve("config/hazelcast.yaml"), "hazelcast:\n  netwrk: 1\n");

        assertThat(told())
                .anySatisfy(told ->
                        assertThat(told).startsWith("config/routing.yaml:").contains("maxTask"))
                .anySatisfy(told -> assertThat(told).contains("broker.xml"))
                .anySatisfy(told -> assertThat(told).contains("hazelcast.yaml"));
    }
}

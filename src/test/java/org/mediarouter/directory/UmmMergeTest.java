package org.mediarouter.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediarouter.directory.UmmMerge.Outcome.Merged;
import org.mediarouter.directory.UmmMerge.Outcome.Refused;
import org.mediarouter.routing.configuration.ConfigurationReader;
import org.mediarouter.routing.configuration.Reading;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;

class UmmMergeTest {
    private static final String HEAD = """
            # ours
            attributes:
              - {name: Billing, type: proficiency}   # a level
              - {name: German, type: boolean}

            mediaRoutingDomains: [{id: chat, defaultQueue: general}, {id: "email"}]
            queues:
              - {id: general, mrd: chat, steps: [{when: "Billing >= 3"}]}
            """;
    private static final String BY_HAND = """
              # the one whom we know
              - id: carol   # by hand
                directory: umm
                mrds: {chat: {maxTasks: 2}}
            """;
    private static final String TEXT = HEAD + "agents: # who\n" + BY_HAND + "# the end\n";

    private static UmmAgent agent(String id) {
        return new UmmAgent(id, id, null, Map.of(), Map.of());
    }

    private static List<UmmAgent> agents(String... ids) {
        return List.of(ids).stream().map(UmmMergeTest::agent).toList();
    }

    private static Configuration read(String text) {
        Reading reading = ConfigurationReader.read("test", text);
        assertThat(reading).as(text).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).configuration();
    }

    private static UmmMerge.Outcome merge(String text, boolean mayShrink, List<UmmAgent> agents) {
        return new UmmMerge(read(text), Set.of("chat"), mayShrink).merge(text, agents);
    }

    private static Merged merged(String text, List<UmmAgent> agents) {
        UmmMerge.Outcome outcome = merge(text, false, agents);
        assertThat(outcome).isInstanceOf(Merged.class);
        return (Merged) outcome;
    }

    private static String refused(String text, List<UmmAgent> agents) {
        UmmMerge.Outcome outcome = merge(text, false, agents);
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).why();
    }

    /** What stands outside of the two lines and between them. */
    private static String without(String text) {
        String block = "(?ms)^ *\\Q" + RoutingText.BEGIN + "\\E\\R.*?^ *\\Q" + RoutingText.END + "\\E(\\R|\\z)";
        return text.replaceFirst(block, "");
    }

    @Test
    void agentsAppearBelowAgentsAndAllElseStaysByteForByte() {
        UmmAgent alice = new UmmAgent(
                "alice", "Alice", "north", Map.of("Billing", 7, "German", true), Map.of("chat", 2, "email", 0));

        Merged merged = merged(TEXT, List.of(alice, agent("1001")));

        assertThat(merged.text())
                .isEqualTo(HEAD + "agents: # who\n  " + RoutingText.BEGIN + "\n"
                        + "  - {id: \"1001\", name: \"1001\", directory: umm, source: umm, mrds: {\"chat\": {}}}\n"
                        + "  - {id: \"alice\", name: \"Alice\", directory: umm, source: umm, team: \"north\","
                        + " mrds: {\"chat\": {maxTasks: 2}, \"email\": {}},"
                        + " attributes: {\"Billing\": 7, \"German\": true}}\n  "
                        + RoutingText.END + "\n" + BY_HAND + "# the end\n");
        assertThat(merged.agents()).isEqualTo(2);
        assertThat(merged.leftOut()).isEmpty();
        AgentProfile read = read(merged.text()).agent("alice");
        assertThat(read.attributes()).isEqualTo(Map.of("Billing", 7, "German", true));
    }

    @Test
    void theSameListInAnyOrderChangesNothing() {
        String first = merged(TEXT, agents("alice", "bob", "dave")).text();

        assertThat(merged(first, agents("dave", "alice", "bob")).text()).isEqualTo(first);
    }

    @Test
    void whomAnAdministratorSetByHandStaysAsSetAndIsThereOnce() {
        UmmAgent carol = new UmmAgent("carol", "Somebody else", null, Map.of("Billing", 9), Map.of("email", 0));

        String text = merged(TEXT, List.of(carol, agent("alice"))).text();

        assertThat(without(text)).isEqualTo(TEXT);
        assertThat(read(text).agents()).containsOnlyKeys("alice", "carol");
        assertThat(read(text).agent("carol")).isEqualTo(read(TEXT).agent("carol"));
    }

    @Test
    void whoIsTakenInHandLeavesUmmsPlace() {
        String first = merged(TEXT, agents("alice", "bob")).text();
        String byHand = "  - {id: bob, name: Robert, directory: umm, mrds: {email: {}}}\n";
        String moved = first.replaceFirst("  - \\{id: \"bob\".*\n", "") + byHand;

        String text = merged(moved, agents("alice", "bob")).text();

        assertThat(text).isEqualTo(moved);
        assertThat(read(text).agent("bob").name()).isEqualTo("Robert");
    }

    @Test
    void whoStandsInUmmsPlaceByHandIsNotLost() {
        String text = merged(TEXT, agents("alice", "bob", "dave")).text().replaceFirst(", source: umm", "");

        assertThat(refused(text, agents("alice", "bob", "dave")))
                .contains("agent alice stands among those of UMM without source: umm", "move him out");
    }

    @Test
    void anAgentWhoIsGoneInUmmGoes() {
        String text = merged(TEXT, agents("alice", "bob", "dave")).text();

        assertThat(merged(text, agents("alice", "bob")).text())
                .isEqualTo(merged(TEXT, agents("alice", "bob")).text());
    }

    @Test
    void anEmptyListAndOneThatLostMoreThanHalfAreRefusedUnlessTheyMayBe() {
        String text = merged(TEXT, agents("a", "b", "c", "d")).text();

        assertThat(refused(text, List.of())).contains("empty", "mediarouter.umm.sync-may-shrink=true");
        assertThat(refused(text, agents("a", "x", "y", "z"))).contains("of 4 agents of UMM's 3 would vanish");
        assertThat(merged(text, agents("a", "b")).agents()).isEqualTo(2);
        assertThat(((Merged) merge(text, true, List.of())).text())
                .isEqualTo(((Merged) merge(TEXT, true, List.of())).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien \"Bob\" \\ \\n",
                "a\n  - {id: evil, directory: umm, mrds: {chat: {}}}",
                "a\r\n" + RoutingText.END,
                RoutingText.BEGIN,
                RoutingText.END,
                "a\u2028b\u2029c\u0085d\u0000e\u007ff\ufeffg\ufffeh",
                "\ud83d\ude00",
                "}, mrds: {email: {}}, x: {",
                "*alias &anchor !!java.net.URL [{|>%@`#: - ? ~ null yes 0x1F {{mediarouter.node}} ${x}",
                "  ",
                "#"
            })
    void textsOfUmmsEndWhereTheyEnd(String text) {
        byte[] json = json(
                "[{\"id\": \"eve\", \"name\": %s, \"team\": %s, \"attributes\": {%s: 1}, \"mrds\": [\"chat\", %s]}]",
                text);
        UmmAgents.Answer.Listed listed = (UmmAgents.Answer.Listed) UmmAgentList.read(json);

        Merged merged = merged(TEXT, listed.agents());

        assertThat(without(merged.text())).isEqualTo(TEXT);
        assertThat(merged.text().lines().filter(line -> line.strip().equals(RoutingText.END)))
                .hasSize(1);
        Configuration read = read(merged.text());
        assertThat(read.agents()).containsOnlyKeys("eve", "carol");
        assertThat(read.agent("eve").name())
                .isEqualTo(listed.agents().get(0).name())
                .doesNotContain("\n", "\r");
        assertThat(read.agentsOf("email")).isEmpty();
        assertThat(merged(merged.text(), listed.agents()).text()).isEqualTo(merged.text());
    }

    private static byte[] json(String format, String text) {
        StringBuilder quoted = new StringBuilder();
        text.chars()
                .forEach(unit -> quoted.append(
                        Character.isSurrogate((char) unit)
                                ? String.valueOf((char) unit)
                                : String.format("\\u%04x", unit)));
        return format.replace("%s", "\"" + quoted + "\"").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatTheConfigurationDoesNotKnowIsLeftOutAndSaid() {
        UmmAgent alice = new UmmAgent(
                "alice",
                "Alice",
                null,
                Map.of("Billing", 11, "German", 1, "Cooking", "well"),
                Map.of("chat", 99, "fax", 0));
        UmmAgent bob = new UmmAgent("bob", "Bob", null, Map.of(), Map.of("fax", 0));

        Merged merged = merged(TEXT, List.of(alice, bob));

        assertThat(read(merged.text()).agents()).containsOnlyKeys("alice", "carol");
        assertThat(read(merged.text()).agent("alice").attributes()).isEmpty();
        assertThat(merged.leftOut())
                .containsExactly(
                        "alice: there is no MRD \"fax\"",
                        "alice: Billing is a level from 1 to 10",
                        "alice: there is no attribute \"Cooking\"",
                        "alice: German is true or false",
                        "bob: there is no MRD \"fax\"",
                        "bob: works in no MRD that there is (mediarouter.umm.mrds)");
    }

    static List<String> texts() throws IOException {
        return List.of(
                Files.readString(Path.of("config/routing.yaml")),
                TEXT.replace("\n", "\r\n"),
                HEAD,
                HEAD.strip(),
                HEAD + "agents:\n- {id: carol, directory: umm, mrds: {chat: {}}}",
                "# \ud83d\ude00\n" + TEXT.replace("# the one", "# \ud83d\ude00 "),
                "agents:\n" + BY_HAND + HEAD,
                "---\n" + TEXT);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void wherever(String text) {
        Merged merged = merged(text, agents("alice", "bob"));

        assertThat(read(merged.text()).agents()).containsKeys("alice", "bob");
        assertThat(merged(merged.text(), agents("bob", "alice")).text()).isEqualTo(merged.text());
        assertThat(without(merged.text())).startsWith(text.contains("agents:") ? "" : text);
        if (text.contains("agents:") && text.endsWith("\n")) {
            assertThat(without(merged.text())).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agents: []\n",
                "agents: [{id: carol, directory: umm, mrds: {chat: {}}}]\n",
                "agents:\n  " + RoutingText.BEGIN + "\n" + BY_HAND,
                "agents:\n  " + RoutingText.END + "\n" + BY_HAND + "  " + RoutingText.BEGIN + "\n",
            })
    void whereThereIsNoPlaceNothingIsWritten(String agents) {
        assertThat(refused(HEAD + agents, agents("alice"))).isNotEmpty();
    }

    @Test
    void linesAroundSomethingElseTakeNothingWithThem() {
        String queues = "queues:\n  " + RoutingText.BEGIN + "\n" + HEAD.substring(HEAD.indexOf("  - {id: general"));
        String text = HEAD.substring(0, HEAD.indexOf("queues:")) + queues + "  " + RoutingText.END + "\n" + "agents:\n"
                + BY_HAND;

        assertThat(refused(text, agents("alice"))).isNotEmpty();
    }

    @Test
    void anyHistoryOfListsEndsAsTheLastOneAlone() {
        long seed = new Random().nextLong();
        System.out.println("UmmMergeTest seed " + seed);
        Random random = new Random(seed);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add("agent-" + i);
        }
        String text = TEXT;
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(ids, random);
            List<UmmAgent> list = agents(ids.subList(0, random.nextInt(30)).toArray(String[]::new));
            text = ((Merged) merge(text, true, list)).text();
            assertThat(text).isEqualTo(((Merged) merge(TEXT, true, list)).text());
            assertThat(without(text)).isEqualTo(TEXT);
        }
    }
}

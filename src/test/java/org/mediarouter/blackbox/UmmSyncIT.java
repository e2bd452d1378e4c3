package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediarouter.fakeumm.FakeUmm;
import org.mediarouter.fakeumm.Fault;
import org.mediarouter.fakeumm.Person;
import org.mediarouter.message.ErrorCode;

/** Agents come from UMM into the configuration of a whole node, which asks every second with the shipped route. */
class UmmSyncIT {
    private static final String BLOCK_END = "# <<< agents of UMM";

    private static FakeUmm umm;
    private static NodeFixture node;
    private Chat chat;

    /** Nobody can sign in as these; they make a list that others vanish from. */
    private static final List<Person> CROWD = List.of(person("crowd-1", Map.of()), person("crowd-2", Map.of()));

    @BeforeAll
    static void start() throws Exception {
        umm = FakeUmm.start("127.0.0.1", 0, CROWD);
        node = new NodeFixture(Map.of(
                "mediarouter.umm.url",
                umm.signInUrl(),
                "mediarouter.umm.sync-every",
                "1s",
                "mediarouter.umm.agents-url",
                umm.agentsUrl(),
                "mediarouter.umm.mrds",
                "chat"));
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            node.close();
        } finally {
            umm.close();
        }
    }

    @BeforeEach
    void aChatServer() throws Exception {
        umm.fault(Fault.NONE);
        lists();
        chat = node.chat();
    }

    @AfterEach
    void theChatServerGoes() throws Exception {
        chat.close();
    }

    private static Person person(String id, Map<String, Object> attributes) {
        return new Person(id, Premises.PASSWORD, "Called " + id, "north", List.of("agent"), attributes);
    }

    /** UMM has these beside the crowd, and they are in force. */
    private static void lists(Person... people) {
        List<Person> all = new ArrayList<>(CROWD);
        all.addAll(List.of(people));
        umm.people(all);
        await().untilAsserted(() -> {
            String text = text();
            assertThat(text.split("source: umm", -1)).hasSize(all.size() + 1);
            assertThat(all).allMatch(person -> text.contains("\"" + person.id() + "\", name: \"Called "));
        });
    }

    private static JsonNode inForce() throws Exception {
        return new ObjectMapper().readTree(node.get("/config").body());
    }

    private static String text() throws Exception {
        return inForce().path("text").asText();
    }

    /** How often it ended so. */
    private static double syncs(String outcome) throws Exception {
        Matcher matcher = Pattern.compile("mediarouter_umm_syncs_total\\{outcome=\"" + outcome + "\"} ([0-9.E]+)")
                .matcher(node.get("/observe/metrics").body());
        assertThat(matcher.find()).as("the counter of " + outcome).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    /** It ends so twice from now on: at least the second one has seen what is so now. */
    private static void endsTwice(String outcome) throws Exception {
        double before = syncs(outcome);
        await().until(() -> syncs(outcome) >= before + 2);
    }

    @Test
    void anAgentOfUmmsSignsInAndGetsATask() throws Exception {
        chat.refused(ErrorCode.INVALID_CREDENTIALS, "Connect", "AgentId", "dora", "Password", Premises.PASSWORD);

        lists(person("dora", Map.of("Floor", 9)));

        assertThat(inForce().path("who").asText()).isEqualTo("umm");
        Agent dora = chat.agent("dora").ready("chat");
        Told task = chat.ask("Task", "Mrd", "chat", "Queue", "chat-figures");
        dora.takes(task);
        dora.asksTask(task.task(), "CLOSED");
    }

    @Test
    void whatChangesInUmmIsMatchedAgain() throws Exception {
        lists(person("emma", Map.of("Floor", 8)));
        Agent emma = chat.agent("emma").ready("chat");
        Told task = chat.ask("Task", "Mrd", "chat", "Queue", "chat-figures");
        assertThat(task.state()).isEqualTo("QUEUED");

        lists(person("emma", Map.of("Floor", 9)));

        emma.takes(task);
        emma.asksTask(task.task(), "CLOSED");
    }

    @Test
    void whatIsSetByHandStays() throws Exception {
        String before = text();
        assertThat(before).contains("  - {id: umm-alice, directory: umm, mrds: {chat: {}}}\n");

        lists(person("umm-alice-2", Map.of()));
        umm.people(List.of(
                CROWD.get(0), CROWD.get(1), person("umm-alice-2", Map.of()), person("umm-alice", Map.of("Floor", 3))));
        endsTwice("unchanged");

        String after = text();
        assertThat(after.substring(after.indexOf(BLOCK_END))).isEqualTo(before.substring(before.indexOf(BLOCK_END)));
        assertThat(after.split("umm-alice\\b(?!-)", -1)).hasSize(2);
    }

    @Test
    void anUnchangedListMakesNoVersion() throws Exception {
        String before = node.get("/config").body();

        endsTwice("unchanged");

        assertThat(node.get("/config").body()).isEqualTo(before);
        assertThat(node.get("/observe/health?data=true").body())
                .containsPattern("\"umm.sync\" ?: ?\"unchanged\"")
                .contains("umm.sync.good");
        assertThat(node.get("/observe/metrics").body()).containsPattern("mediarouter_umm_synced_seconds [1-9]");
    }

    @Test
    void whoIsLoggedInStaysUntilHeHasLoggedOut() throws Exception {
        lists(person("fred", Map.of()));
        Agent fred = chat.agent("fred");
        fred.login("chat");
        umm.people(CROWD);

        endsTwice("refused");

        assertThat(text()).contains("\"fred\"");
        fred.asks("chat", "LOGOUT");
        await().until(() -> !text().contains("\"fred\""));
    }

    @Test
    void aListThatLostMoreThanHalfIsRefused() throws Exception {
        lists(person("gina", Map.of()));
        String before = node.get("/config").body();
        umm.people(List.of(CROWD.get(0)));

        endsTwice("refused");
        umm.people(List.of());
        endsTwice("refused");

        assertThat(node.get("/config").body()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_503", "HTML", "HALF_JSON", "HUGE"})
    void whatIsNoListLeavesEverythingAsItWas(Fault fault) throws Exception {
        String before = node.get("/config").body();
        umm.fault(fault);

        endsTwice("unavailable");

        assertThat(node.get("/config").body()).isEqualTo(before);
        assertThat(node.get("/observe/health").statusCode()).isEqualTo(200);
    }
}

package org.mediarouter.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediarouter.cli.RunningNode;
import org.mediarouter.fakefinesse.Identity;
import org.mediarouter.fakefinesse.VoiceState;
import org.mediarouter.finesse.ChatSide.Heard;

/** A node between a Chat Server and Finesse: what both see of an agent agrees. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ContactCentreSuite {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final List<String> AGENTS = List.of("1001", "1002", "1003", "1004", "1005", "1006", "1007", "1008");
    private static final String ROUTING = """
            mediaRoutingDomains:
              - {id: chat, maxTasks: 2, interruptible: true, blend: true}
              - {id: mail, maxTasks: 2, interruptible: true}
              - {id: voice, external: true, externalReasonCodes: {LUNCH: 16}}
            queues:
              - {id: chats, mrd: chat, steps: [{when: "true"}]}
            agents:
            """;
    private Peer finesse;
    private RunningNode node;
    private ChatSide chat;
    private Path home;
    private final Map<String, String> settings = new HashMap<>();
    private int next;

    private String agent;

    /** Begins the Finesse that all cases have in common. */
    abstract Peer peer(List<String> agents) throws Exception;

    @BeforeAll
    void start() throws Exception {
        finesse = peer(AGENTS);
        home = Files.createTempDirectory("contact-centre");
        lay("config");
        lay("routes");
        Path broker = home.resolve("config/broker.xml");
        Files.writeString(
                broker, Files.readString(broker).replaceFirst("<max-disk-usage>\\d+<", "<max-disk-usage>-1<"));
        StringBuilder routing = new StringBuilder(ROUTING);
        AGENTS.forEach(
                id -> routing.append("  - {id: \"" + id + "\", mode: cc, mrds: {chat: {}, mail: {}, voice: {}}}\n"));
        Files.writeString(home.resolve("config/routing.yaml"), routing);
        settings.putAll(Map.of(
                "mediarouter.node", "cc",
                "mediarouter.data", home.resolve("data").toString(),
                "mediarouter.routing", home.resolve("config/routing.yaml").toString(),
                "mediarouter.routes", home.resolve("routes").toString(),
                "mediarouter.broker.port", String.valueOf(freePort()),
                "mediarouter.cluster.port", String.valueOf(freePort()),
                "mediarouter.cluster.name", "cc-" + freePort(),
                "mediarouter.http.port", "0"));
        settings.putAll(Map.of(
                "mediarouter.finesse.rest",
                finesse.rest(),
                "mediarouter.finesse.xmpp",
                finesse.xmpp(),
                "mediarouter.finesse.tls",
                "false",
                "mediarouter.finesse.trust-store",
                finesse.trustStore().toString(),
                "mediarouter.finesse.trust-store-password",
                Identity.TRUST_STORE_PASSWORD,
                "mediarouter.finesse.poll",
                "1s",
                "mediarouter.secret-key",
                KEY));
        open();
    }

    private void open() throws Exception {
        node = RunningNode.start(home.resolve("config"), settings);
        chat = new ChatSide(node.brokerPort(), AGENTS);
    }

    private void lay(String directory) throws IOException {
        Path target = Files.createDirectories(home.resolve(directory));
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    void stop() throws Exception {
        chat.close();
        node.close();
        finesse.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }

    @BeforeEach
    void another() {
        agent = AGENTS.get(next++);
        chat.forget();
    }

    private Heard connect() {
        return chat.ask("Connected", "Connect", "AgentId", agent, "Password", Peer.PASSWORD, "Extension", "2" + agent);
    }

    private Heard login(String mrd) {
        return chat.ask("AgentState", "Login", "AgentId", agent, "Password", Peer.PASSWORD, "Mrd", mrd);
    }

    private Heard wants(String mrd, String state, String... reason) {
        return reason.length == 0
                ? chat.ask("AgentState", "AgentState", "AgentId", agent, "Mrd", mrd, "State", state)
                : chat.ask(
                        "AgentState",
                        "AgentState",
                        "AgentId",
                        agent,
                        "Mrd",
                        mrd,
                        "State",
                        state,
                        "ReasonCode",
                        reason[0]);
    }

    /** Whoever had his password is gone, and nobody hears of his calls. */
    private void stopAllNodesAndStart() throws Exception {
        chat.close();
        node.close();
        open();
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> chat.state(agent, "voice").equals("UNKNOWN"));
    }

    private void agrees(String atFinesse, String voice) {
        assertThat(finesse.state(agent).name()).isEqualTo(atFinesse);
        assertThat(chat.state(agent, "voice")).isEqualTo(voice);
    }

    @Test
    void aWholeDay() {
        assertThat(connect().text("Mode")).isEqualTo("CC");
        agrees("NOT_READY", "NOT_READY");
        login("chat");
        wants("chat", "READY");
        agrees("READY", "READY");

        String talking = chat.ask("TaskState", "Task", "Queue", "chats").text("TaskId");
        chat.next(h -> h.type().equals("TaskAgentSelected") && h.text("TaskId").equals(talking));
        chat.ask("TaskState", "TaskState", "TaskId", talking, "AgentId", agent, "State", "ACTIVE");
        String offered = chat.ask("TaskState", "Task", "Queue", "chats").text("TaskId");
        chat.next(h -> h.type().equals("TaskAgentSelected") && h.text("TaskId").equals(offered));

        long rang = System.nanoTime();
        finesse.change(agent, VoiceState.RESERVED);
        Heard interrupted = chat.next(h -> h.is("chat", "INTERRUPTED"));
        System.out.println("INTERRUPTED after " + TimeUnit.NANOSECONDS.toMillis(interrupted.at() - rang) + " ms");
        Heard back = chat.next(h -> h.type().equals("TaskState")
                && h.text("TaskId").equals(offered)
                && h.text("State").equals("QUEUED")
                && h.text("ReasonCode").equals("INTERRUPTED"));
        assertThat(back.at()).isGreaterThan(rang);
        finesse.change(agent, VoiceState.TALKING);
        chat.next(h -> h.is("voice", "BUSY"));
        assertThat(chat.state(agent, "chat")).isEqualTo("INTERRUPTED");
        agrees("TALKING", "BUSY");
        chat.forget();
        finesse.change(agent, VoiceState.WORK_READY);
        chat.next(h -> h.is("voice", "WORK_READY"));
        chat.next(h -> h.type().equals("TaskAgentSelected") && h.text("TaskId").equals(offered));
        finesse.change(agent, VoiceState.READY);
        chat.next(h -> h.is("voice", "READY"));

        for (String task : List.of(talking, offered)) {
            chat.ask("TaskState", "TaskState", "TaskId", task, "State", "CLOSED");
        }
        wants("chat", "NOT_READY", "LUNCH");
        agrees("NOT_READY", "NOT_READY");
        assertThat(chat.ask("AgentState", "GetAgentState", "AgentId", agent, "Mrd", "voice")
                        .text("ReasonCode"))
                .isEqualTo("LUNCH");
        wants("chat", "LOGOUT");
        agrees("LOGOUT", "LOGOUT");
        assertThat(login("chat").text("Code")).isEqualTo("AGENT_NOT_CONNECTED");
    }

    @Test
    void whatIsNotBlendedLeavesVoiceAlone() {
        connect();
        login("mail");
        wants("mail", "READY");
        agrees("NOT_READY", "NOT_READY");
        wants("mail", "NOT_READY");
        wants("mail", "LOGOUT");
        agrees("NOT_READY", "NOT_READY");
    }

    @Test
    void theVoiceMediumItselfMayBeAskedFor() {
        connect();
        assertThat(login("voice").text("State")).isEqualTo("NOT_READY");
        assertThat(wants("voice", "READY").text("State")).isEqualTo("READY");
        agrees("READY", "READY");
        assertThat(wants("voice", "LOGOUT").text("Code")).isEqualTo("INVALID_STATE_TRANSITION");
        wants("voice", "NOT_READY", "LUNCH");
        assertThat(wants("voice", "LOGOUT").text("State")).isEqualTo("LOGOUT");
        agrees("LOGOUT", "LOGOUT");
    }

    @Test
    void whatASupervisorDoesIsTold() {
        connect();
        finesse.change(agent, VoiceState.READY);
        chat.next(h -> h.is("voice", "READY"));
        finesse.change(agent, VoiceState.LOGOUT);
        chat.next(h -> h.is("voice", "LOGOUT"));
    }

    @Test
    void wrongPasswordAndMissingExtensionAreRefused() {
        long before = finesse.wrongPasswords(agent);
        assertThat(chat.ask("Connected", "Connect", "AgentId", agent, "Password", "no", "Extension", "2" + agent)
                        .text("Code"))
                .isEqualTo("INVALID_CREDENTIALS");
        assertThat(finesse.wrongPasswords(agent) - before).isEqualTo(1);
        assertThat(chat.ask("Connected", "Connect", "AgentId", agent, "Password", Peer.PASSWORD)
                        .text("Code"))
                .isEqualTo("MISSING_EXTENSION");
    }

    @Test
    void thePasswordIsNowhereToBeFound() throws IOException {
        connect();
        Awaitility.await().until(() -> chat.state(agent, "voice").equals("NOT_READY"));
        try (Stream<Path> files = Files.walk(home.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.startsWith(home.resolve("data/broker")))
                    .toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(Peer.PASSWORD);
            }
        }
    }

    @Test
    void whomNoNodeHoldsCanBeForcedOut() throws Exception {
        connect();
        login("voice");
        stopAllNodesAndStart();
        assertThat(wants("voice", "LOGOUT").text("Code")).isEqualTo("AGENT_NOT_CONNECTED");
        Heard out = chat.ask(
                "AgentState", "AgentState", "AgentId", agent, "Mrd", "voice", "State", "LOGOUT", "Force", true);
        assertThat(out.text("State")).isEqualTo("LOGOUT");
        assertThat(finesse.state(agent)).isEqualTo(VoiceState.NOT_READY);
    }

    @Test
    void whenAllNodesWereStoppedTheAgentIsUnknownUntilHeConnects() throws Exception {
        connect();
        login("voice");
        agrees("NOT_READY", "NOT_READY");
        stopAllNodesAndStart();
        connect();
        Awaitility.await().until(() -> chat.state(agent, "voice").equals("NOT_READY"));
        assertThat(wants("voice", "READY").text("State")).isEqualTo("READY");
        agrees("READY", "READY");
    }
}

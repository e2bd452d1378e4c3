package org.mediarouter.finesse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.pubsub.LeafNode;
import org.jivesoftware.smackx.pubsub.PayloadItem;
import org.jivesoftware.smackx.pubsub.PubSubManager;
import org.jivesoftware.smackx.pubsub.SimplePayload;
import org.jxmpp.jid.impl.JidCreate;
import org.mediarouter.fakefinesse.EventSink;

/** A real XMPP server with a configuration of its own, and on it the user {@code finesse}, who publishes. */
final class Prosody implements EventSink {
    private static final String DOMAIN = "finesse.test";
    private static final String PASSWORD = "brain";

    private final Path home = Files.createTempDirectory("prosody");
    private final int port = freePort();
    private final Set<String> nodes;
    private Process process;
    private XMPPTCPConnection finesse;

    Prosody(List<String> agents, String password) throws Exception {
        nodes = agents.stream().map(Prosody::node).collect(Collectors.toUnmodifiableSet());
        Files.writeString(home.resolve("prosody.lua"), configuration());
        Path accounts = Files.createDirectories(home.resolve("data/finesse%2etest/accounts"));
        account(accounts, "finesse", PASSWORD);
        for (String agent : agents) {
            account(accounts, agent, password);
        }
        start();
        for (String agent : agents) {
            manager().getOrCreateLeafNode(node(agent)).subscribe(JidCreate.bareFrom(agent + "@" + DOMAIN));
        }
    }

    private static void account(Path accounts, String user, String password) throws IOException {
        Files.writeString(accounts.resolve(user + ".dat"), "return { [\"password\"] = \"" + password + "\"; };\n");
    }

    private static String node(String agent) {
        return "/finesse/api/User/" + agent;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String configuration() {
        return """
                local base = "%s"
                pidfile = base.."/prosody.pid"; data_path = base.."/data"; run_as_root = true
                log = { { levels = { min = "warn" }, to = "file", filename = base.."/prosody.log" } }
                interfaces = { "127.0.0.1" }; local_interfaces = { "127.0.0.1" }
                c2s_ports = { %d }; s2s_ports = { }; http_ports = { }; https_ports = { }
                modules_enabled = { "roster","saslauth","disco","ping","presence","message","iq","posix" }
                modules_disabled = { "s2s", "offline", "pep", "tls", "limits" }
                c2s_require_encryption = false; allow_unencrypted_plain_auth = true
                authentication = "internal_plain"
                disable_sasl_mechanisms = { "SCRAM-SHA-1","SCRAM-SHA-256","SCRAM-SHA-1-PLUS","SCRAM-SHA-256-PLUS","DIGEST-MD5","OAUTHBEARER" }
                storage = "internal"
                admins = { "finesse@finesse.test" }
                VirtualHost "finesse.test"
                Component "pubsub.finesse.test" "pubsub"
                    admins = { "finesse@finesse.test" }; autocreate_on_publish = true
                    autocreate_on_subscribe = true; default_admin_affiliation = "owner"
                """.formatted(home, port);
    }

    void start() throws Exception {
        process = new ProcessBuilder(
                        "prosody", "--config", home.resolve("prosody.lua").toString(), "-F")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out.log").toFile())
                .start();
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(this::listens);
        finesse = new XMPPTCPConnection(XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(DOMAIN)
                .setHost("127.0.0.1")
                .setPort(port)
                .setUsernameAndPassword("finesse", PASSWORD)
                .setResource("brain")
                .setSecurityMode(SecurityMode.disabled)
                .build());
        finesse.connect();
        finesse.login();
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Without a word to anybody. */
    void kill() throws InterruptedException {
        finesse.instantShutdown();
        process.destroyForcibly().waitFor();
    }

    private PubSubManager manager() throws Exception {
        return PubSubManager.getInstanceFor(finesse, JidCreate.bareFrom("pubsub." + DOMAIN));
    }

    /** To the nodes that exist: those of the agents' states. Nothing while the server is away. */
    @Override
    public void publish(String node, String notification) {
        if (!nodes.contains(node)) {
            return;
        }
        try {
            LeafNode leaf = manager().getOrCreateLeafNode(node);
            leaf.publish(new PayloadItem<>(new SimplePayload(notification)));
        } catch (Exception e) {
            throw new IllegalStateException("Prosody publishes nothing", e);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            kill();
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

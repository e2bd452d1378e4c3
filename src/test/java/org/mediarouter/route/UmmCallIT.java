package org.mediarouter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediarouter.directory.Umm.Verdict;

/** The shipped route against a UMM that answers what it is told to. */
class UmmCallIT {
    private static final String ALICE = "{\"id\": \"alice\", \"name\": \"Alice\"}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final UmmCall umm = new UmmCall(() -> camel);
    private volatile int status = 200;
    private volatile String body = ALICE;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                byte[] answer = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        camel.disableJMX();
        camel.getPropertiesComponent()
                .addInitialProperty(
                        "mediarouter.umm.url",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/sign-in");
        // The breaker's pause is shortened; the rest is what is shipped.
        String route = Files.readString(Path.of("routes/directory-umm.camel.yaml"))
                .replace("waitDurationInOpenState: 10", "waitDurationInOpenState: 1");
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("directory-umm.camel.yaml", route));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        server.stop(0);
    }

    @Test
    void aKnownAgentIsWelcome() {
        assertThat(umm.ask("alice", "p\"w")).isEqualTo(Verdict.WELCOME);
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).contains("\"password\":\"p\\\"w\"", "\"agentId\":\"alice\"");
    }

    @Test
    void aWrongPasswordIsTriedOnce() {
        for (int refusal : List.of(401, 403, 404)) {
            status = refusal;
            assertThat(umm.ask("alice", "wrong")).isEqualTo(Verdict.REFUSED);
        }
        assertThat(asked).hasSize(3);
    }

    @Test
    void whatIsNoAnswerLetsNobodyIn() {
        for (String wrong : List.of("<html>welcome</html>", "{\"id\": \"ali", "{\"id\": \"bob\"}", "[]", "")) {
            body = wrong;
            assertThat(umm.ask("alice", "secret")).as(wrong).isEqualTo(Verdict.UNAVAILABLE);
        }
        assertThat(asked).hasSize(5);
    }

    @Test
    void theBreakerOpensAndCloses() {
        status = 500;
        for (int i = 0; i < 5; i++) {
            assertThat(umm.ask("alice", "secret")).isEqualTo(Verdict.UNAVAILABLE);
        }
        status = 200;
        assertThat(umm.ask("alice", "secret")).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(asked).hasSize(5);
        await().until(() -> umm.ask("alice", "secret") == Verdict.WELCOME);
    }

    @Test
    void noUmmAtAll() {
        server.stop(0);
        assertThat(umm.ask("alice", "secret")).isEqualTo(Verdict.UNAVAILABLE);
    }
}

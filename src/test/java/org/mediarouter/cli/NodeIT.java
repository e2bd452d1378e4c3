package org.mediarouter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediarouter.routing.model.Configuration;
import org.slf4j.LoggerFactory;

/** A whole node as it is shipped, on free ports. */
class NodeIT {
    @TempDir
    private static Path data;

    private static Node node;
    private static Settings settings;
    private static ActiveMQConnectionFactory clients;

    @BeforeAll
    static void start() throws Exception {
        logAsShipped();
        List<Mistake> mistakes = new ArrayList<>();
        settings = SettingsReader.read(Path.of("config"), Map.of(), overrides(), mistakes);
        Configuration configuration = Checks.of(settings).run(true, mistakes);
        assertThat(mistakes).isEmpty();
        assertThat(configuration).isNotNull();
        node = Node.start(settings, configuration);
        clients = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + node.brokerPort(), "chat-server", "chat-server");
    }

    private static Map<String, String> overrides() throws IOException {
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.put("mediarouter.node", "tested");
        overrides.put("mediarouter.data", data.toString());
        overrides.put("mediarouter.broker.port", "0");
        overrides.put(
                "mediarouter.cluster.name", "tested-" + ProcessHandle.current().pid());
        overrides.put("mediarouter.cluster.port", String.valueOf(freePort()));
        overrides.put("mediarouter.http.port", String.valueOf(freePort()));
        overrides.put("mediarouter.http.user", "operator");
        overrides.put("mediarouter.http.password", "sesame");
        return overrides;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void logAsShipped() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("mediarouter.logs", data.resolve("logs").toString());
        context.putProperty("mediarouter.console", "OFF");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("config/logback.xml").toFile());
    }

    @AfterAll
    static void stop() throws Exception {
        clients.close();
        node.close();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(NodeIT.class.getResource("/logback-test.xml"));
    }

    private static JsonNode command(JMSContext client, String type, String body) throws Exception {
        try (JMSConsumer answers = client.createConsumer(client.createQueue("Client.node"))) {
            TextMessage command = client.createTextMessage(body);
            command.setJMSType(type);
            command.setJMSReplyTo(client.createQueue("Client.node"));
            client.createProducer().send(client.createQueue("General"), command);
            Message answer = answers.receive(20_000);
            assertThat(answer).as("an answer to " + type).isNotNull();
            return new ObjectMapper().readTree(((TextMessage) answer).getText());
        }
    }

    private static HttpResponse<String> get(String path, String user) throws Exception {
        String credentials = Base64.getEncoder().encodeToString(user.getBytes());
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + settings.http().port() + path))
                                .header("Authorization", "Basic " + credentials)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String logged() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(data.resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void anAgentSignsInAndNoSecretIsLogged() throws Exception {
        try (JMSContext client = clients.createContext()) {
            JsonNode connected =
                    command(client, "Connect", "{\"AgentId\":\"1001\",\"Password\":\"secret\",\"Mrd\":\"chat\"}");
            assertThat(connected.path("Mode").asText()).isEqualTo("STANDALONE");
            JsonNode wrong =
                    command(client, "Login", "{\"AgentId\":\"1001\",\"Password\":\"sEcReT-2\",\"Mrd\":\"chat\"}");
            assertThat(wrong.path("Code").asText()).isEqualTo("INVALID_CREDENTIALS");
            JsonNode login =
                    command(client, "Login", "{\"AgentId\":\"1001\",\"Password\":\"secret\",\"Mrd\":\"chat\"}");
            assertThat(login.path("State").asText()).isEqualTo("NOT_READY");
            command(client, "Login", "{\"AgentId\":\"1001\",\"Password\":\"sEcReT-3\"}");
        }

        Path log = data.resolve("logs/agents/1001.log");
        await().untilAsserted(() -> assertThat(Files.readAllLines(log))
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("type=Connect agent=1001")
                                .contains("outcome=done ms="),
                        line -> assertThat(line).contains("type=Login").contains("outcome=INVALID_CREDENTIALS"),
                        line -> assertThat(line).contains("mrd=chat").contains("outcome=done")));
        assertThat(logged()).doesNotContainIgnoringCase("secret").doesNotContain("sesame");
    }

    @Test
    void tellsItsHealthAndItsFiguresToWhoMayKnow() throws Exception {
        try (JMSContext client = clients.createContext()) {
            command(client, "GetQueueState", "{\"Queue\":\"nowhere\"}");
        }

        assertThat(get("/observe/health", "operator:sesame").body()).contains("\"status\":\"UP\"");
        assertThat(get("/observe/health/live", "operator:sesame").statusCode()).isEqualTo(200);
        assertThat(get("/observe/health/ready", "operator:sesame").body()).contains("\"name\":\"node\"");
        assertThat(get("/observe/metrics", "operator:sesame").body())
                .contains("mediarouter_messages_seconds_count{outcome=\"QUEUE_NOT_FOUND\",queue=\"General\","
                        + "type=\"GetQueueState\"} 1")
                .contains("mediarouter_agents{mrd=\"chat\",state=\"READY\"}")
                .contains("mediarouter_waiting{queue=\"general\"}");
        assertThat(get("/observe/health", "operator:wrong").statusCode()).isEqualTo(401);
        assertThat(get("/observe/metrics", "nobody:x").statusCode()).isEqualTo(401);
    }

    @Test
    void twoNodesCannotShareTheirPorts() {
        List<Mistake> mistakes = new ArrayList<>();
        new Bindings(settings).checkPorts(mistakes);

        assertThat(mistakes).extracting(Mistake::place).contains("mediarouter.http.port", "mediarouter.cluster.port");
    }

    @Test
    void endpointsAreBehindTheSamePasswordAsHealth() throws Exception {
        assertThat(get("/cluster", "operator:sesame").statusCode()).isEqualTo(200);
        assertThat(new ObjectMapper()
                        .readTree(get("/cluster", "operator:sesame").body())
                        .path("node")
                        .asText())
                .isEqualTo("tested");
        assertThat(get("/cluster", "operator:wrong").statusCode()).isEqualTo(401);
        assertThat(get("/nothing", "operator:sesame").statusCode()).isEqualTo(404);
    }
}

package org.mediarouter.blackbox;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.mediarouter.broker.StompClient;
import org.mediarouter.cli.RunningNode;

/** The node of the suite: everything in one, on free ports, its data in a directory that goes with it. */
final class NodeFixture implements AutoCloseable {
    static final String CHAT = "chat-server";
    static final String ROUTER = "media-router";

    /** No answer takes longer; one that doesn't come is to fail where it was asked for. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(8);

    private final HttpClient web = HttpClient.newHttpClient();
    private final Path home = Files.createTempDirectory("blackbox");
    private final int http = freePort();
    private final RunningNode node;
    private final Connection chat;
    private final Connection router;
    private final AtomicInteger desks = new AtomicInteger();
    private final AtomicInteger chats = new AtomicInteger();

    NodeFixture() throws Exception {
        this(Map.of());
    }

    /**
     * One with settings of its own.
     *
     * @param more by their names
     */
    NodeFixture(Map<String, String> more) throws Exception {
        Premises.lay(home);
        Map<String, String> settings = new HashMap<>(Map.of(
                "mediarouter.node",
                "blackbox",
                "mediarouter.data",
                home.resolve("data").toString(),
                "mediarouter.routing",
                home.resolve("config/routing.yaml").toString(),
                "mediarouter.routes",
                home.resolve("routes").toString(),
                "mediarouter.broker.port",
                String.valueOf(freePort()),
                "mediarouter.cluster.port",
                String.valueOf(freePort()),
                "mediarouter.cluster.name",
                "blackbox-" + http,
                "mediarouter.http.port",
                String.valueOf(http)));
        settings.putAll(more);
        node = RunningNode.start(home.resolve("config"), settings);
        chat = core(CHAT);
        router = core(ROUTER);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Connection core(String user) throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url(), user, user);
        factory.setConfirmationWindowSize(1024 * 1024);
        Connection connection = factory.createConnection();
        connection.start();
        return connection;
    }

    String url() {
        return "tcp://127.0.0.1:" + port();
    }

    int port() {
        return node.brokerPort();
    }

    StompClient stomp(String user) throws IOException {
        return new StompClient("127.0.0.1", port(), user, user);
    }

    /** Desks at which nobody has sat. */
    Desk desk() {
        int number = desks.getAndIncrement();
        if (number >= Desk.COUNT) {
            throw new IllegalStateException("there are no more desks: raise Desk.COUNT");
        }
        return new Desk(number);
    }

    /** A Chat Server of its own name. */
    Chat chat() throws JMSException {
        return new Chat(this, chat, "t" + chats.getAndIncrement());
    }

    Operator operator() throws JMSException {
        return new Operator(router);
    }

    /** Where health, metrics and questions are answered. */
    String web() {
        return "http://127.0.0.1:" + http;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + path))
                .timeout(ANSWER_WITHIN)
                .build();
        return web.send(request, BodyHandlers.ofString());
    }

    /** Sends a routing configuration. */
    HttpResponse<String> apply(String query, String yaml) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/config?" + query))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(yaml))
                .build();
        return web.send(request, BodyHandlers.ofString());
    }

    /** Where it answers over HTTP. */
    String address() {
        return "http://127.0.0.1:" + http;
    }

    /** The files of its flow, which it follows. */
    Path routes() {
        return home.resolve("routes");
    }

    /** Everything that the node has written. */
    Path data() {
        return home.resolve("data");
    }

    @Override
    public void close() throws Exception {
        chat.close();
        router.close();
        node.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}

package org.mediarouter.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.Terms;
import org.mediarouter.cluster.database.Database;
import org.mediarouter.cluster.database.DatabaseSettings;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Mode;
import org.mediarouter.task.Request;
import org.mediarouter.task.TaskOperation;

/** Nodes, agents and tasks for the tests of this package. */
final class Scene {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final TaskOperation.Terms TASK_TERMS =
            new TaskOperation.Terms(TaskOperation.WrapUp.OPTIONAL, Duration.ofMinutes(1), Duration.ofSeconds(30));

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private Scene() {}

    /** A cluster of that many nodes on free ports of the loopback. */
    static List<ClusterNode> cluster(int size) {
        return cluster(size, size);
    }

    /**
     * The same where the configuration names only some of them.
     *
     * @param named from three on, a majority of so many is needed
     */
    static List<ClusterNode> cluster(int size, int named) {
        String name = "test-" + UUID.randomUUID();
        List<Integer> ports = freePorts(size);
        List<String> members =
                ports.stream().limit(named).map(port -> "127.0.0.1:" + port).toList();
        // Flyway has no lock that keeps two from making the schema at once in H2, as it has in PostgreSQL.
        Database.open(DatabaseSettings.inMemory(name)).close();
        // All at once where the first ones wait for the majority, else one after the other.
        List<CompletableFuture<ClusterNode>> starting = new ArrayList<>();
        for (int port : ports) {
            ClusterSettings settings =
                    new ClusterSettings(Path.of("config/hazelcast.yaml"), "node-" + port, name, port, members);
            starting.add(CompletableFuture.supplyAsync(
                    () -> ClusterNode.start(settings, DatabaseSettings.inMemory(name)), THREADS));
            if (settings.majority() == 1) {
                starting.get(starting.size() - 1).join();
            }
        }
        List<ClusterNode> nodes =
                new ArrayList<>(starting.stream().map(CompletableFuture::join).toList());
        // They may have made clusters of their own before they found each other.
        await().atMost(Duration.ofSeconds(60)).until(() -> nodes.stream().allMatch(node -> node.members() == size));
        return nodes;
    }

    /** A cluster of one node over that database. */
    static ClusterNode node(DatabaseSettings store) {
        int port = freePorts(1).get(0);
        return ClusterNode.start(
                new ClusterSettings(
                        Path.of("config/hazelcast.yaml"),
                        "node-" + port,
                        "test-" + UUID.randomUUID(),
                        port,
                        List.of("127.0.0.1:" + port)),
                store);
    }

    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static AgentOperation connect() {
        return new AgentOperation.Connect(Destination.queue("Client.1"), Mode.STANDALONE);
    }

    static AgentOperation login(String mrd, int capacity) {
        return new AgentOperation.Login(
                mrd, new Terms(capacity, false, false, true, Duration.ofMinutes(10)), Duration.ofHours(8));
    }

    /** Connects, logs in and readies an agent. */
    static void ready(AgentStore agents, String agent, String mrd, int capacity) {
        agents.apply(agent + "-connect", agent, connect(), NOON);
        agents.apply(agent + "-login-" + mrd, agent, login(mrd, capacity), NOON);
        agents.apply(agent + "-ready-" + mrd, agent, new AgentOperation.AskReadiness(mrd, true, null), NOON);
    }

    static TaskOperation create(String mrd, String queue) {
        Request request = new Request(
                1,
                Map.of("language", "en", "vip", true),
                "customer-1",
                null,
                null,
                Destination.queue("ChatServer"),
                "correlation-1",
                Duration.ofHours(1));
        return new TaskOperation.Create(mrd, queue, request);
    }

    static TaskOperation ask(TaskOperation.Asked state, String agent) {
        return new TaskOperation.Ask(state, agent, null, null, TASK_TERMS);
    }

    static boolean holds(ClusterNode node, String map, String key) {
        return node.hazelcast().getMap(map).containsKey(key);
    }

    /** How long an entry stays after its last change; as long as can be said for ever. */
    static Duration lifetime(ClusterNode node, String map, String key) {
        return Duration.ofMillis(node.hazelcast().getMap(map).getEntryView(key).getTtl());
    }
}

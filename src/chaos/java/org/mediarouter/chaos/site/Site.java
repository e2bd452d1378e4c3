package org.mediarouter.chaos.site;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mediarouter.chatserver.BrokerAccess;

/**
 * All processes of an installation: either one node with everything in it, or a broker, nodes that reach it over a
 * {@link Wire} each, and a PostgreSQL.
 */
public final class Site implements AutoCloseable {
    private static final String ROUTER = "media-router";
    /**
     * Processes that live for a minute gain nothing from the second compiler, and several that share a machine take each other's
     * time with it: of three nodes and a broker that start on two cores, 24 s of processor instead of 36.
     */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final DatabaseServer database;
    private final @Nullable NodeProcess broker;
    private final String brokerUrl;
    private final List<Member> members = new ArrayList<>();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private Site(DatabaseServer database, @Nullable NodeProcess broker, int brokerPort) {
        this.database = database;
        this.broker = broker;
        this.brokerUrl = "tcp://127.0.0.1:" + brokerPort;
        parts.push(database);
        if (broker != null) {
            parts.push(broker);
        }
    }

    /** One node as it is shipped: broker and database are in it. */
    public static Site embedded(Distribution distribution, Path work, String routing) throws IOException {
        return embedded(distribution, work, routing, List.of());
    }

    /**
     * The same.
     *
     * @param more settings of the node, for example {@code mediarouter.finesse.tls=false}
     */
    public static Site embedded(Distribution distribution, Path work, String routing, List<String> more)
            throws IOException {
        int port = Ports.free();
        Site site = new Site(DatabaseServer.embedded(), null, port);
        Path home = distribution.copyTo(work.resolve("node-1"), routing);
        List<String> settings =
                new ArrayList<>(List.of("mediarouter.broker.port=" + port, "mediarouter.cluster.port=" + Ports.free()));
        settings.addAll(more);
        site.add(new Member(new NodeProcess("node-1", home, settings, ""), null));
        return site;
    }

    /** A broker, so many nodes, and a PostgreSQL, which runs when this returns. */
    public static Site distributed(Distribution distribution, Path work, String routing, int nodes)
            throws IOException, InterruptedException {
        return distributed(distribution, work, routing, nodes, List.of());
    }

    /**
     * The same.
     *
     * @param more settings of each node
     */
    public static Site distributed(Distribution distribution, Path work, String routing, int nodes, List<String> more)
            throws IOException, InterruptedException {
        int port = Ports.free();
        Path brokerHome = distribution.copyTo(work.resolve("broker"), routing);
        List<String> brokers = List.of("mediarouter.roles=broker", "mediarouter.broker.port=" + port);
        Site site = new Site(
                DatabaseServer.postgresql(), new NodeProcess("broker", brokerHome, brokers, SHORT_LIVED), port);
        List<Integer> ports =
                IntStream.range(0, nodes).mapToObj(n -> Ports.free()).toList();
        String addresses = ports.stream().map(p -> "127.0.0.1:" + p).collect(Collectors.joining(","));
        for (int n = 1; n <= nodes; n++) {
            Wire wire = Wire.to(port);
            List<String> settings = new ArrayList<>(List.of(
                    "mediarouter.roles=communication-server,routing-engine,console",
                    "mediarouter.broker.url=tcp://127.0.0.1:" + wire.port(),
                    "mediarouter.cluster.port=" + ports.get(n - 1),
                    "mediarouter.cluster.members=" + addresses));
            settings.addAll(site.database.settings());
            settings.addAll(more);
            String name = "node-" + n;
            Path home = distribution.copyTo(work.resolve(name), routing);
            site.add(new Member(new NodeProcess(name, home, settings, SHORT_LIVED), wire));
        }
        return site;
    }

    private void add(Member member) {
        members.add(member);
        if (member.wire() != null) {
            parts.push(member.wire());
        }
        parts.push(member.process());
    }

    /** Starts whatever doesn't run: after a whole power failure, everything at once. */
    public void start() throws IOException, InterruptedException {
        database.start();
        if (broker != null && !broker.alive()) {
            broker.start();
        }
        for (Member member : members) {
            if (!member.process().alive()) {
                member.process().start();
            }
        }
    }

    /** Kills all processes at once. */
    public void killEverything() throws IOException, InterruptedException {
        List<NodeProcess> all =
                new ArrayList<>(members.stream().map(Member::process).toList());
        if (broker != null) {
            all.add(broker);
        }
        all.parallelStream().forEach(NodeProcess::kill);
        database.kill();
    }

    /**
     * Waits until every node takes messages and sees all others.
     *
     * @return what is still missing when the time is up; empty when all is well
     */
    public Optional<String> awaitWhole(Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        Optional<String> missing = missing();
        while (missing.isPresent() && Instant.now().isBefore(end)) {
            Thread.sleep(LOOK_EVERY.toMillis());
            missing = missing();
        }
        return missing;
    }

    private Optional<String> missing() {
        if (broker != null && !broker.ready()) {
            return Optional.of("the broker is not ready");
        }
        for (Member member : members) {
            if (!member.process().ready()) {
                return Optional.of(member + " is not ready: " + member.process().health());
            }
            int seen = member.process().members();
            if (seen != members.size()) {
                return Optional.of(member + " sees " + seen + " of " + members.size() + " nodes");
            }
        }
        return Optional.empty();
    }

    public List<Member> members() {
        return members;
    }

    public DatabaseServer database() {
        return database;
    }

    /** The broker's process; null where it is in the node. */
    public @Nullable NodeProcess broker() {
        return broker;
    }

    /** How a Chat Server reaches the broker: no wire between. */
    public BrokerAccess forChatServer() {
        return new BrokerAccess(brokerUrl, BrokerAccess.USER, BrokerAccess.USER);
    }

    /** How one who may look everywhere does. */
    public BrokerAccess forRouter() {
        return new BrokerAccess(brokerUrl, ROUTER, ROUTER);
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("a part of the installation does not end: " + e);
            }
        }
    }
}

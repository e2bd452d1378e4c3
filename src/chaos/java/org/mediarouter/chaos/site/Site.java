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
 * All processes of an installation: one node with everything in it; or a broker, nodes that reach it over a {@link Wire} each,
 * and a PostgreSQL; or the same with a pair of brokers, and no wires: clients of a pair are told by it where its halves are.
 */
public final class Site implements AutoCloseable {
    private static final String ROUTER = "media-router";
    /**
     * Processes that live for a minute gain nothing from the second compiler, and several that share a machine take each other's
     * time with it: of three nodes and a broker that start on two cores, 24 s of processor instead of 36.
     */
    static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /** Longer than any start takes: what keeps a node for so long, only its threads can say. */
    private static final Duration PUZZLING = Duration.ofSeconds(30);

    private final DatabaseServer database;
    private final @Nullable Broker broker;
    private final String brokerUrl;
    private final List<Member> members = new ArrayList<>();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private Site(DatabaseServer database, @Nullable Broker broker, String brokerUrl) {
        this.database = database;
        this.broker = broker;
        this.brokerUrl = brokerUrl;
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
        Site site = new Site(DatabaseServer.embedded(), null, at(port));
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
        Broker broker = new LoneBroker(new NodeProcess("broker", brokerHome, brokers, SHORT_LIVED));
        Site site = new Site(DatabaseServer.postgresql(), broker, at(port));
        List<Wire> wires = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            wires.add(Wire.to(port));
        }
        site.addNodes(distribution, work, routing, nodes, wires, more);
        return site;
    }

    /** Two brokers of which one serves, so many nodes, and a PostgreSQL, which runs when this returns. */
    public static Site paired(Distribution distribution, Path work, String routing, int nodes)
            throws IOException, InterruptedException {
        BrokerPair pair = BrokerPair.in(work.resolve("brokers"), Ports.free(), Ports.free());
        Site site = new Site(DatabaseServer.postgresql(), pair, pair.url());
        site.addNodes(distribution, work, routing, nodes, List.of(), List.of());
        return site;
    }

    private static String at(int port) {
        return "tcp://127.0.0.1:" + port;
    }

    /** @param wires one for each node; none: the nodes reach the broker themselves */
    private void addNodes(
            Distribution distribution, Path work, String routing, int nodes, List<Wire> wires, List<String> more)
            throws IOException {
        List<Integer> ports =
                IntStream.range(0, nodes).mapToObj(n -> Ports.free()).toList();
        String addresses = ports.stream().map(p -> "127.0.0.1:" + p).collect(Collectors.joining(","));
        for (int n = 1; n <= nodes; n++) {
            Wire wire = wires.isEmpty() ? null : wires.get(n - 1);
            List<String> settings = new ArrayList<>(List.of(
                    "mediarouter.roles=communication-server,routing-engine,console",
                    "mediarouter.broker.url=" + (wire == null ? brokerUrl + "?ha=true" : at(wire.port())),
                    "mediarouter.cluster.port=" + ports.get(n - 1),
                    "mediarouter.cluster.members=" + addresses));
            settings.addAll(database.settings());
            settings.addAll(more);
            String name = "node-" + n;
            Path home = distribution.copyTo(work.resolve(name), routing);
            add(new Member(new NodeProcess(name, home, settings, SHORT_LIVED), wire));
        }
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
        if (broker != null) {
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
        List<Runnable> kills = new ArrayList<>();
        members.forEach(member -> kills.add(member.process()::kill));
        if (broker != null) {
            kills.add(broker::killAll);
        }
        kills.parallelStream().forEach(Runnable::run);
        database.kill();
    }

    /**
     * Waits until every node takes messages and sees all others. Where that takes very long, each is told to write what its
     * threads do into its {@code out.log}.
     *
     * @return what is still missing when the time is up; empty when all is well
     */
    public Optional<String> awaitWhole(Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        Instant puzzling = Instant.now().plus(PUZZLING);
        Optional<String> missing = missing();
        while (missing.isPresent() && Instant.now().isBefore(end)) {
            if (Instant.now().isAfter(puzzling)) {
                members.forEach(member -> member.process().writeThreads());
                puzzling = Instant.MAX;
            }
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

    /** Null where it is in the node. */
    public @Nullable Broker broker() {
        return broker;
    }

    /** Whether something that can be cut is between each node and the broker; it also tells the nodes apart there. */
    public boolean wired() {
        return members.stream().allMatch(member -> member.wire() != null);
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

package org.mediarouter.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.mediarouter.routing.configuration.ConfigurationReader;
import org.mediarouter.routing.configuration.Reading;
import org.mediarouter.routing.model.Configuration;

/**
 * The whole program beside a bare relay, round after round. Arguments: {@code --rounds=N} (5), {@code --warm-up=N} rounds before
 * them that don't count (4: Java compiles for so long, and a task costs up to twice the processor time meanwhile),
 * {@code --messages=N} (4800), {@code --rate=N} tasks a second for the latencies (100), {@code --latency=0} for throughput
 * alone, {@code --throughput=0} for latency alone; {@code --nodes=N} nodes, of which the first has the broker (1; more want a PostgreSQL);
 * {@code --store=URL} another database behind the state than the file of a node as it is shipped: {@code
 * jdbc:h2:mem:bench} for none, {@code jdbc:postgresql://HOST/NAME?user=U&password=P}. {@code JAVA_OPTS} reaches the node, for a
 * flight recording of it. Latencies and those of three bare relays in a row take turns every few seconds. The ratios are given
 * twice: over all rounds, and over those in which the machine's host kept back at most 5 % of the processor time.
 */
public final class Benchmarks {
    private static final int AGENTS = 50;
    private static final int AT_A_TIME = 50;
    /** How often a latency and that of three relays take turns in a round. */
    private static final int TURNS = 4;

    private static final String ASSIGNMENT = "Task to TaskAgentSelected";
    private static final String BESIDE_ASSIGNMENT = "three relays, in turns with it";
    private static final String BACKLOG = "free to next, backlog";
    private static final String BESIDE_BACKLOG = "three relays, in turns with that";
    private static final String P99 = ", p99 ms";

    /** No sharp line: README.md has rounds below it, and from 8 % on, where p99 was far higher. */
    private static final double QUIET_PERCENT = 5;

    private static final String QUIET = ", host quiet";

    private static volatile Runnable oneHeard = () -> {};

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        int rounds = argument(args, "rounds", 5);
        int warmUp = argument(args, "warm-up", 4);
        int messages = argument(args, "messages", 4800);
        int rate = argument(args, "rate", 100);
        boolean latency = argument(args, "latency", 1) == 1;
        boolean throughput = argument(args, "throughput", 1) == 1;
        Path home = Path.of("target", "media-router").toAbsolutePath();
        Figures figures = new Figures();
        int nodes = argument(args, "nodes", 1);
        List<NodeProcess> all = NodeProcess.cluster(home, home.resolve("config/routing.yaml"), store(args), nodes);
        NodeProcess node = all.get(0);
        try (BareRelay relay = new BareRelay(home);
                Peer bare = new Peer(relay.url(), "media-router")) {
            figures.add("run: ready after, ms", node.readyMillis());
            figures.add("run: resident when ready, MB", node.residentMegabytes());
            relay.relay("SignIn", "Client.one", "Client.two");
            bare.hear("Client.one", message -> oneHeard.run());
            // Else the broker is full after some rounds, and writes pages to the disk.
            bare.hear("Client.two", message -> {});
            relay.relay("General", "RoutingEngine");
            relay.relay("RoutingEngine", "CommunicationServer");
            relay.relay("CommunicationServer", "Client.bench");
            try (Floor floor = shipped(node)) {
                Stolen stolen = new Stolen();
                for (int round = 1 - warmUp; round <= rounds; round++) {
                    System.out.println(round <= 0 ? "warm-up" : "round " + round + " of " + rounds);
                    Figures here = round <= 0 ? new Figures() : figures;
                    if (throughput) {
                        throughput(here, floor, bare, messages);
                        here.add("whole tasks/s", Latency.lifecycle(floor, messages / 4, AT_A_TIME));
                    }
                    if (latency) {
                        latency(here, floor, node, bare, messages, rate);
                    }
                    stolen.percent().ifPresent(percent -> here.add("processor time kept back by the host, %", percent));
                }
            }
            figures.add("run: resident at the end, MB", node.residentMegabytes());
        } finally {
            all.forEach(NodeProcess::close);
        }
        figures.print();
        verdict(figures);
        figures.write(Path.of("target", "bench.json"));
        // Clients' threads that still wait for a broker that is gone must not keep the program.
        System.exit(0);
    }

    /** The agents of the configuration as it is shipped, and tasks of its default queue. */
    private static Floor shipped(NodeProcess node) throws JMSException, InterruptedException {
        return new Floor(
                new Peer(node.url(), "chat-server"),
                IntStream.range(0, AGENTS)
                        .mapToObj(n -> String.valueOf(1001 + n))
                        .toList(),
                List.of("general"),
                requestId -> "{'Mrd':'chat','RequestId':'" + requestId + "'}");
    }

    private static void throughput(Figures figures, Floor floor, Peer bare, int messages)
            throws JMSException, InterruptedException {
        for (int producers : List.of(1, 16)) {
            figures.add(
                    "AgentState, " + producers + " producers, messages/s",
                    Throughput.measure(
                            floor.peer(),
                            "General",
                            "AgentState",
                            Benchmarks::agentState,
                            producers,
                            messages,
                            floor::onAgentState));
            figures.add(
                    "bare relay, " + producers + " producers, messages/s",
                    Throughput.measure(
                            bare,
                            "SignIn",
                            "AgentState",
                            Benchmarks::agentState,
                            producers,
                            messages,
                            heard -> oneHeard = heard));
        }
    }

    private static void latency(Figures figures, Floor floor, NodeProcess node, Peer bare, int messages, int rate)
            throws Exception {
        int slice = messages / 4 / TURNS;
        AtomicLong processor = new AtomicLong();
        inTurns(figures, ASSIGNMENT, BESIDE_ASSIGNMENT, bare, rate, slice, () -> {
            long before = node.processorMillis();
            Histogram micros = Latency.idle(floor, rate, slice);
            processor.addAndGet(node.processorMillis() - before);
            return micros;
        });
        figures.add("processor time a task, ms", processor.get() / (double) (slice * TURNS));
        Latency.fill(floor, capacity(floor), slice * TURNS + 200);
        inTurns(figures, BACKLOG, BESIDE_BACKLOG, bare, rate, slice, () -> Latency.freed(floor, rate, slice, () -> {}));
        Latency.finish(floor);
        figures.add("burst of 600, places out of order", Latency.burst(floor, 600));
    }

    private static void inTurns(
            Figures figures, String ours, String limit, Peer bare, int rate, int slice, Callable<Histogram> measurement)
            throws Exception {
        Slices measured = new Slices();
        Slices relays = new Slices();
        Slices.inTurns(TURNS, measured, measurement, relays, () -> Latency.relays(bare, rate, slice));
        percentiles(figures, ours, measured);
        percentiles(figures, limit, relays);
    }

    /** Agents take turns, a block of them for each producer; each turn of an agent is the other state. */
    private static String agentState(int producer, int n) {
        int each = AGENTS / 16;
        int agent = 1001 + producer * each + n % each;
        String state = (n / each) % 2 == 0 ? "NOT_READY" : "READY";
        return "{\"AgentId\":\"" + agent + "\",\"Mrd\":\"chat\",\"State\":\"" + state + "\"}";
    }

    /** What takes place while the host keeps little back counts a second time, by itself. */
    private static void percentiles(Figures figures, String name, Slices slices) {
        times(figures, name, slices);
        slices.keptBack().ifPresent(kept -> {
            figures.add(name + ", kept back by the host, %", kept);
            if (kept <= QUIET_PERCENT) {
                times(figures, name + QUIET, slices);
            }
        });
    }

    private static void times(Figures figures, String name, Slices slices) {
        figures.add(name + ", p50 ms", slices.percentile(50));
        figures.add(name + P99, slices.percentile(99));
    }

    private static void verdict(Figures figures) {
        System.out.println();
        ratio(figures, "AgentState, 1 producers, messages/s", "bare relay, 1 producers, messages/s", "at least 0.5");
        ratio(figures, "AgentState, 16 producers, messages/s", "bare relay, 16 producers, messages/s", "at least 0.5");
        for (String when : List.of("", QUIET)) {
            ratio(figures, ASSIGNMENT + when + P99, BESIDE_ASSIGNMENT + when + P99, "at most 2");
            ratio(figures, BACKLOG + when + P99, BESIDE_BACKLOG + when + P99, "at most 2");
        }
    }

    private static void ratio(Figures figures, String ours, String limit, String goal) {
        double ratio = figures.median(ours) / figures.median(limit);
        if (Double.isNaN(ratio)) {
            return; // What it is of was not asked for.
        }
        System.out.printf(
                Locale.ROOT,
                "%-46s / %-42s = %.2f (goal: %s; rounds: %d, %d)%n",
                ours,
                limit,
                ratio,
                goal,
                figures.rounds(ours),
                figures.rounds(limit));
    }

    private static List<String> store(String[] args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith("--store="))
                .map(arg -> "--mediarouter.store.url=" + arg.substring("--store=".length()))
                .toList();
    }

    static int argument(String[] args, String name, int otherwise) {
        for (String arg : args) {
            if (arg.startsWith("--" + name + "=")) {
                return Integer.parseInt(arg.substring(name.length() + 3));
            }
        }
        return otherwise;
    }

    /** How many chats the agents can have at a time, all together: the shipped configuration gives some of them fewer. */
    private static int capacity(Floor floor) throws IOException {
        String file = "target/media-router/config/routing.yaml";
        Reading reading = ConfigurationReader.read(file, Files.readString(Path.of(file)));
        Configuration configuration = ((Reading.Accepted) reading).configuration();
        return floor.agents().stream()
                .mapToInt(agent -> configuration.capacity(agent, "chat"))
                .sum();
    }
}

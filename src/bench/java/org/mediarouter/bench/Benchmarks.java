package org.mediarouter.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
 * flight recording of it. The ratios are given twice: over all rounds, and over those phases of them in which the machine's host
 * kept back at most 5 % of the processor time.
 */
public final class Benchmarks {
    private static final int AGENTS = 50;
    private static final int AT_A_TIME = 50;
    private static final String ASSIGNMENT = "Task to TaskAgentSelected";
    private static final String RELAYS = "three bare relays";
    private static final String BACKLOG = "free to next, backlog";
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
        long before = node.processorMillis();
        percentiles(figures, ASSIGNMENT, () -> Latency.idle(floor, rate, messages / 4));
        figures.add("processor time a task, ms", (node.processorMillis() - before) / (messages / 4.0));
        percentiles(figures, RELAYS, () -> Latency.relays(bare, rate, messages / 4));
        Latency.fill(floor, capacity(floor), messages / 4 + 200);
        percentiles(figures, BACKLOG, () -> Latency.freed(floor, rate, messages / 4, () -> {}));
        Latency.finish(floor);
        figures.add("burst of 600, places out of order", Latency.burst(floor, 600));
    }

    /** Agents take turns, a block of them for each producer; each turn of an agent is the other state. */
    private static String agentState(int producer, int n) {
        int each = AGENTS / 16;
        int agent = 1001 + producer * each + n % each;
        String state = (n / each) % 2 == 0 ? "NOT_READY" : "READY";
        return "{\"AgentId\":\"" + agent + "\",\"Mrd\":\"chat\",\"State\":\"" + state + "\"}";
    }

    /** What takes place while the host keeps little back counts a second time, by itself. */
    private static void percentiles(Figures figures, String name, Callable<Histogram> phase) throws Exception {
        Stolen stolen = new Stolen();
        Histogram micros = phase.call();
        percentiles(figures, name, micros);
        stolen.percent().ifPresent(kept -> {
            figures.add(name + ", kept back by the host, %", kept);
            if (kept <= QUIET_PERCENT) {
                percentiles(figures, name + QUIET, micros);
            }
        });
    }

    private static void percentiles(Figures figures, String name, Histogram micros) {
        figures.add(name + ", p50 ms", micros.getValueAtPercentile(50) / 1000.0);
        figures.add(name + P99, micros.getValueAtPercentile(99) / 1000.0);
    }

    private static void verdict(Figures figures) {
        System.out.println();
        ratio(figures, "AgentState, 1 producers, messages/s", "bare relay, 1 producers, messages/s", "at least 0.5");
        ratio(figures, "AgentState, 16 producers, messages/s", "bare relay, 16 producers, messages/s", "at least 0.5");
        for (String when : List.of("", QUIET)) {
            ratio(figures, ASSIGNMENT + when + P99, RELAYS + when + P99, "at most 2");
            ratio(figures, BACKLOG + when + P99, RELAYS + when + P99, "at most 2");
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

package org.mediarouter.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.mediarouter.routing.model.Configuration;

/**
 * The whole program with very many agents, queues and waiting tasks beside itself with few: {@code --agents=N} (24000), {@code
 * --queues=N} (2000), {@code --waiting=N} (10000), {@code --rate=N} tasks a second (100), {@code --rounds=N} (3), {@code
 * --warm-up=N} rounds before them (3), {@code --few=0} for the large one alone. {@code JAVA_OPTS} reaches the node.
 */
public final class ScaleBenchmark {
    private static final int TASKS = 1200;
    /** All are good enough for the first steps: what is measured is how long it takes, not how long nobody matches. */
    private static final int LOWEST_SKILL = 7;

    private final String size;
    private final Configuration configuration;
    private final List<String> queues;
    private final Random random = new Random(1);
    private final int waiting;
    private final Figures figures;

    private ScaleBenchmark(int agents, int queues, int waiting, Figures figures) {
        this.size = agents + " agents: ";
        this.configuration = LargeCentre.of(agents, queues, LOWEST_SKILL, random);
        this.queues = List.copyOf(configuration.queues().keySet());
        this.waiting = waiting;
        this.figures = figures;
    }

    public static void main(String[] args) throws Exception {
        int rounds = Benchmarks.argument(args, "rounds", 3);
        int warmUp = Benchmarks.argument(args, "warm-up", 3);
        int rate = Benchmarks.argument(args, "rate", 100);
        Figures figures = new Figures();
        ScaleBenchmark few = new ScaleBenchmark(50, 20, 100, figures);
        ScaleBenchmark many = new ScaleBenchmark(
                Benchmarks.argument(args, "agents", 24_000),
                Benchmarks.argument(args, "queues", 2_000),
                Benchmarks.argument(args, "waiting", 10_000),
                figures);
        boolean compared = Benchmarks.argument(args, "few", 1) == 1;
        if (compared) {
            few.measure(rate, warmUp, rounds);
        }
        many.measure(rate, warmUp, rounds);
        figures.print();
        if (compared) {
            compare(figures, few.size, many.size);
        }
        figures.write(Path.of("target", "scale.json"));
        System.exit(0);
    }

    private static void compare(Figures figures, String few, String many) {
        for (String what : List.of("Task to TaskAgentSelected, p99 ms", "free to next, backlog, p99 ms")) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.2f times as long with many as with few (goal: at most 1.5)%n",
                    what,
                    figures.median(many + what) / figures.median(few + what));
        }
    }

    private void measure(int rate, int warmUp, int rounds) throws JMSException, IOException, InterruptedException {
        Path home = Path.of("target", "media-router").toAbsolutePath();
        try (Scratch scratch = Scratch.of("scale");
                NodeProcess node = NodeProcess.cluster(home, routing(scratch), List.of(), 1)
                        .get(0)) {
            add("ready after, ms", node.readyMillis());
            add("resident when ready, MB", node.residentMegabytes());
            long begin = System.nanoTime();
            List<String> agents = List.copyOf(configuration.agents().keySet());
            try (Floor floor = new Floor(new Peer(node.url(), "chat-server", 1), agents, queues, this::task)) {
                add("agents signed in and ready, each second", agents.size() / seconds(begin));
                add("resident with them, MB", node.residentMegabytes());
                Stolen stolen = new Stolen();
                for (int round = 1 - warmUp; round <= rounds; round++) {
                    add(round, "Task to TaskAgentSelected", Latency.idle(floor, rate, TASKS));
                }
                add("assigned and accepted, each second", Latency.fill(floor, agents.size(), waiting));
                for (int round = 1 - warmUp; round <= rounds; round++) {
                    add(
                            round,
                            "free to next, backlog",
                            Latency.freed(
                                    floor,
                                    rate,
                                    TASKS,
                                    () -> floor.task(UUID.randomUUID().toString())));
                }
                stolen.percent().ifPresent(percent -> add("processor time kept back by the host, %", percent));
                add("resident at the end, MB", node.residentMegabytes());
            }
        }
    }

    private Path routing(Scratch scratch) throws IOException {
        return Files.writeString(scratch.path().resolve("routing.yaml"), LargeCentre.yaml(configuration));
    }

    private String task(String requestId) {
        return "{'Mrd':'chat','RequestId':'" + requestId + "','Queue':'" + queues.get(random.nextInt(queues.size()))
                + "','Attributes':{'language':'" + (random.nextBoolean() ? "en" : "de") + "'}}";
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void add(String what, double value) {
        figures.add(size + what, value);
    }

    private void add(int round, String what, Histogram micros) {
        if (round <= 0) {
            System.out.printf(
                    Locale.ROOT, "warm-up: %s, p99 %.1f ms%n", what, micros.getValueAtPercentile(99) / 1000.0);
            return;
        }
        add(what + ", p50 ms", micros.getValueAtPercentile(50) / 1000.0);
        add(what + ", p99 ms", micros.getValueAtPercentile(99) / 1000.0);
    }
}

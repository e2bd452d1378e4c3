package org.mediarouter.finesse;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.bench.Figures;

/**
 * Whether agents' states at Finesse and in our records drift apart. Busy periods, in which both sides change at random while
 * notifications are lost, doubled and swapped and connections break, take turns with quiet ones of 5 s; after each, every
 * agent's record has to say what Finesse says when it is asked. The slow poll is shortened to 2 s, so that the quiet is longer
 * than it. Who has been logged out, and then signs in at Finesse without a Connect here, is nobody whom we hold: such agents are
 * counted apart. The seed decides what is done to whom, not the order in which threads come to do it.
 *
 * <pre>mvn -q -Pbench verify -Dbench.package=finesse -Dbench.main=DriftCheck \
 *     -Dbench.args="--agents=200 --for=10m --seed=1"</pre>
 *
 * <p>Exit code 0: they never differed; 1: they did; 2: wrong arguments.
 */
public final class DriftCheck implements AutoCloseable {
    private static final Duration BUSY = Duration.ofSeconds(15);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PING = Duration.ofSeconds(1);
    private static final int COMMANDERS = 3;
    private static final int TOLD_AT_MOST = 10;

    /** Between two changes of one thread: Finesse's makes 50/s, each of ours at most 15/s. */
    private static final long PAUSE_AT_FINESSE_MS = 20;

    private static final long PAUSE_OURS_MS = 65;

    private final long seed;
    private final FakeCentre fake;
    private final OurRecords records = new OurRecords(Clock.systemUTC());
    private final FinesseCentre centre;
    private final FinesseRest finesse;
    private final Disturbance disturbance;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private int comparisons;
    private int comparedOnCall;
    private int notOurs;
    private int disagreements;

    private DriftCheck(int agents, long seed) throws Exception {
        this.seed = seed;
        fake = FakeCentre.start(agents, true);
        centre = FinesseCentre.open(
                fake.settings(POLL, PING),
                MemorySeats.first(),
                FakeCentre.SECRETS,
                records,
                records::connected,
                Clock.systemUTC());
        finesse = new FinesseRest(
                HttpClient.newBuilder()
                        .sslContext(fake.finesse.identity().clientContext())
                        .build(),
                fake.finesse.a().restUrl(),
                Duration.ofSeconds(5));
        disturbance = new Disturbance(fake, centre, records);
    }

    public static void main(String[] arguments) throws Exception {
        int agents = 200;
        Duration length = Duration.ofMinutes(10);
        long seed = 1;
        for (String argument : arguments) {
            if (argument.matches("--agents=[1-9]\\d{0,3}")) {
                agents = Integer.parseInt(argument.substring(9));
            } else if (argument.matches("--for=[1-9]\\d{0,3}[smh]")) {
                length = Duration.parse("PT" + argument.substring(6).toUpperCase(Locale.ROOT));
            } else if (argument.matches("--seed=\\d{1,18}")) {
                seed = Long.parseLong(argument.substring(7));
            } else {
                System.err.println(argument + ": --agents=N, --for=10m or --seed=N was expected");
                System.exit(2);
            }
        }
        int disagreements;
        try (DriftCheck check = new DriftCheck(agents, seed)) {
            disagreements = check.run(length);
        }
        System.exit(disagreements == 0 ? 0 : 1);
    }

    private int run(Duration length) throws Exception {
        long refused = fake.agents.stream()
                .filter(agent -> !disturbance.connect(agent))
                .count();
        if (refused > 0) {
            throw new IllegalStateException(refused + " agents could not connect");
        }
        fake.finesse.faults().chance(0.1, 0.1, 0.1, seed);
        long end = System.nanoTime() + length.toNanos();
        int rounds = 0;
        while (System.nanoTime() < end) {
            busy(++rounds);
            TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
            int now = compare();
            disagreements += now;
            System.err.printf(Locale.ROOT, "round %d: %d disagreements%n", rounds, now);
        }
        figures(rounds).write(Path.of("target", "drift.json"));
        return disagreements;
    }

    /** Ends when each command has its answer. */
    private void busy(int round) throws Exception {
        long end = System.nanoTime() + BUSY.toNanos();
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> repeat(end, 0, round, PAUSE_AT_FINESSE_MS, disturbance::atFinesse)));
        for (int i = 1; i <= COMMANDERS; i++) {
            int stream = i;
            all.add(threads.submit(() -> repeat(end, stream, round, PAUSE_OURS_MS, disturbance::ours)));
        }
        for (Future<?> each : all) {
            each.get();
        }
    }

    private Void repeat(long end, int stream, int round, long pauseMs, Consumer<Random> change)
            throws InterruptedException {
        Random random = new Random(seed * 1_000_003 + round * 31L + stream);
        while (System.nanoTime() < end) {
            change.accept(random);
            TimeUnit.MILLISECONDS.sleep(pauseMs);
        }
        return null;
    }

    private int compare() throws FinesseFault {
        int different = 0;
        for (String agent : fake.agents) {
            OutsideState truth =
                    finesse.user(new Credentials(agent, FakeCentre.PASSWORD)).report(true);
            comparisons++;
            if (truth.call() != null) {
                comparedOnCall++;
            }
            boolean same = records.says(agent, truth);
            if (!same && !records.connected(agent)) {
                notOurs++;
            } else if (!same && ++different <= TOLD_AT_MOST) {
                System.err.printf(
                        "%s: at Finesse %s%n  ours %s%n  %s%n",
                        agent, OurRecords.told(truth), records.told(agent), String.join("\n  ", records.past(agent)));
            }
        }
        return different;
    }

    private Figures figures(int rounds) {
        Figures figures = new Figures();
        figures.add("agents", fake.agents.size());
        figures.add("rounds", rounds);
        disturbance.counts().forEach(figures::add);
        for (String fault : List.of("dropped", "doubled", "swapped")) {
            figures.add("fault: notification " + fault, fake.finesse.seen().of("event-" + fault));
        }
        figures.add("notifications heard", centre.counts().notifications());
        figures.add("sessions lost", centre.counts().lost());
        figures.add("sessions opened", centre.counts().opened());
        figures.add("states found different when read", centre.counts().repaired());
        figures.add("agents forced out for want of presence", fake.forcedOut());
        figures.add("comparisons after a quiet period", comparisons);
        figures.add("of them with a call", comparedOnCall);
        figures.add("signed in at Finesse, not connected here", notOurs);
        figures.add("disagreements after a quiet period (goal: 0)", disagreements);
        return figures;
    }

    @Override
    public void close() throws Exception {
        threads.shutdownNow();
        centre.close();
        records.close();
        fake.close();
    }
}

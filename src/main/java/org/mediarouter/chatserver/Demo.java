package org.mediarouter.chatserver;

import jakarta.jms.JMSException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A demonstration from the first sign-in to the last log-out, with its table and its verdict.
 *
 * <pre>{@code
 * Demo demo = new Demo(new BrokerAccess(url, BrokerAccess.USER, password),
 *         DemoScenarios.synthetic(20, 1), System.out);
 * Runtime.getRuntime().addShutdownHook(new Thread(demo::stop));
 * Summary summary = demo.run(Duration.ofSeconds(30));
 * return summary.passed() ? 0 : 1;
 * }</pre>
 */
public final class Demo {
    private static final Duration SIGN_IN = Duration.ofSeconds(60);

    private final BrokerAccess access;
    private final Scenario scenario;
    private final Display display;
    private final PrintStream out;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable LongSupplier deadLetters;
    private @Nullable LongSupplier invalid;

    /**
     * @param out where the table and the summary go
     */
    public Demo(BrokerAccess access, Scenario scenario, PrintStream out) {
        this.access = access;
        this.scenario = scenario;
        this.out = out;
        this.display = new Display(out, out == System.out && Display.onTerminal());
    }

    /** Who can tell how many messages are in {@code DLQ} and {@code Invalid}; the Chat Server itself may not look there. */
    public Demo withDepths(LongSupplier deadLettersDepth, LongSupplier invalidDepth) {
        this.deadLetters = deadLettersDepth;
        this.invalid = invalidDepth;
        return this;
    }

    /** Has the demonstration end in order, in at most 14 s; to be called from another thread than that of {@link #run}. */
    public void stop() {
        stopped.countDown();
    }

    /**
     * Plays the scenario and prints the summary.
     *
     * @param duration how long customers come; null: until {@link #stop} or the last of the scenario's arrivals
     * @throws JMSException the broker isn't there or refuses the user
     */
    public Summary run(@Nullable Duration duration) throws JMSException {
        try (ChatServer server = new ChatServer(access, scenario, InstantSource.system())) {
            server.start();
            display.say(scenario.agents().size() + " agents sign in");
            await(server, SIGN_IN, Demo::allAnswered, true);
            server.openDoors();
            Duration limit = duration == null ? Duration.ofDays(365) : duration;
            await(server, limit, now -> now.arrivalsOver() && now.waiting() + now.assigned() == 0, true);
            double seconds = Times.seconds(server.snapshot().open());
            end(server);
            Summary summary = Summary.of(scenario, server.snapshot(), seconds, depth(deadLetters), depth(invalid));
            summary.lines().forEach(out::println);
            out.flush();
            return summary;
        }
    }

    private void end(ChatServer server) {
        boolean inHaste = stopped.getCount() == 0;
        server.closeDoors();
        Duration finish = Duration.ofSeconds(inHaste ? 5 : 30);
        await(server, finish, now -> now.waiting() + now.assigned() == 0, false);
        Predicate<Snapshot> accounted = now -> now.unsettled().isEmpty() && now.unanswered() == 0;
        await(server, Duration.ofSeconds(3), accounted, false);
        for (int tries = inHaste ? 1 : 5;
                tries > 0 && !server.snapshot().unsettled().isEmpty();
                tries--) {
            server.endAll();
            await(server, Duration.ofSeconds(3), accounted, false);
        }
        server.sendAgentsHome(false);
        Predicate<Snapshot> home = now -> now.gone() == scenario.agents().size() && now.unanswered() == 0;
        if (!await(server, Duration.ofSeconds(inHaste ? 1 : 5), home, false)) {
            server.sendAgentsHome(true);
            await(server, Duration.ofSeconds(2), home, false);
        }
    }

    private static boolean allAnswered(Snapshot now) {
        int all = now.agentsByState().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return now.signedIn() + now.refusedAgents().size() == all;
    }

    /** Looks often, shows once a second. */
    private boolean await(ChatServer server, Duration limit, Predicate<Snapshot> done, boolean untilStopped) {
        long begin = System.nanoTime();
        long shown = begin;
        while (true) {
            Snapshot now = server.snapshot();
            if (System.nanoTime() - shown > 1_000_000_000L) {
                shown += 1_000_000_000L;
                display.show(now);
            }
            if (done.test(now)) {
                return true;
            }
            long left = limit.toNanos() - (System.nanoTime() - begin);
            if (left <= 0 || (untilStopped && stopped.getCount() == 0)) {
                return false;
            }
            try {
                CountDownLatch pause = untilStopped ? stopped : new CountDownLatch(1);
                boolean released = pause.await(Math.min(left, 200_000_000L), TimeUnit.NANOSECONDS);
                if (released) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private static @Nullable Long depth(@Nullable LongSupplier supplier) {
        return supplier == null ? null : supplier.getAsLong();
    }
}

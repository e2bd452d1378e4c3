package org.mediarouter.finesse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.mediarouter.bench.Figures;
import org.mediarouter.bench.Scratch;
import org.mediarouter.chaos.site.Distribution;
import org.mediarouter.chaos.site.NodeProcess;
import org.mediarouter.chaos.site.Site;

/**
 * How long contact-centre agents are without a session when their node dies or a side of Finesse does, and what their sessions
 * cost a node. Finesse is the fake one, in this process, with TLS; the nodes are those of the distribution.
 *
 * <ul>
 *   <li>Failover: two nodes, a broker and a PostgreSQL; all agents are signed in at the first node, which is killed; then
 *       side A of Finesse is stopped. Finesse logs out by force whoever is without presence for 60 s.
 *   <li>Scale: one node as it is shipped; many agents connect at once.
 * </ul>
 *
 * <pre>mvn -q -Pbench verify -Dbench.package=finesse -Dbench.main=SeatsBenchmark \
 *     -Dbench.args="--failover=200 --scale=2000"</pre>
 *
 * <p>0 agents leave a part out. Exit code 0: the goals are met; 1: not all of them; 2: wrong arguments.
 */
public final class SeatsBenchmark {
    private static final Duration START = Duration.ofMinutes(2);
    private static final double GOAL_SECONDS = 30;

    /** By then Finesse has logged out whoever it will. */
    private static final Duration FORCED_BY = Duration.ofSeconds(65);

    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Distribution distribution;
    private final Figures figures = new Figures();
    private boolean met = true;

    private SeatsBenchmark(Distribution distribution) {
        this.distribution = distribution;
    }

    public static void main(String[] arguments) throws Exception {
        int failover = 200;
        int scale = 2000;
        for (String argument : arguments) {
            if (argument.matches("--failover=\\d{1,4}")) {
                failover = Integer.parseInt(argument.substring(11));
            } else if (argument.matches("--scale=\\d{1,4}")) {
                scale = Integer.parseInt(argument.substring(8));
            } else {
                System.err.println(argument + ": --failover=AGENTS or --scale=AGENTS was expected");
                System.exit(2);
            }
        }
        SeatsBenchmark benchmark = new SeatsBenchmark(new Distribution(Path.of("target", "media-router")));
        if (failover > 0) {
            benchmark.failover(failover);
        }
        if (scale > 0) {
            benchmark.scale(scale);
        }
        benchmark.figures.write(Path.of("target", "seats.json"));
        System.exit(benchmark.met ? 0 : 1);
    }

    private void failover(int agents) throws Exception {
        try (Scratch work = Scratch.of("seats");
                FakeCentre fake = FakeCentre.start(agents, false);
                Site site = Site.distributed(
                        distribution, work.path(), SignedIn.routing(fake.agents), 2, fake.nodeSettings())) {
            NodeProcess first = site.members().get(0).process();
            NodeProcess second = site.members().get(1).process();
            // Alone, so that it holds all of them.
            site.broker().start();
            first.start();
            SignedIn.await("the first node is ready", first::ready);
            try (SignedIn all = SignedIn.connect(fake, site)) {
                second.start();
                site.awaitWhole(START).ifPresent(missing -> {
                    throw new IllegalStateException(missing);
                });
                figures.add("failover: agents", agents);
                figures.add("failover: of them held by the node that is killed", SignedIn.live(first));
                disaster("node killed", fake, all, second, () -> {
                    first.kill();
                    return null;
                });
                disaster("side A stopped", fake, all, second, () -> {
                    fake.finesse.a().close();
                    return null;
                });
            }
        }
    }

    private void disaster(String name, FakeCentre fake, SignedIn all, NodeProcess heir, Callable<?> disaster)
            throws Exception {
        long before = fake.forcedOut();
        long begun = System.nanoTime();
        double seconds = all.heldAgainAfter(heir, disaster);
        figures.add(name + ": all have a session again after, s (goal: < 30)", seconds);
        TimeUnit.NANOSECONDS.sleep(FORCED_BY.toNanos() - (System.nanoTime() - begun));
        long forced = fake.forcedOut() - before;
        figures.add(name + ": forced out (goal: 0)", forced);
        figures.add(name + ": calls to all of them are heard of within, s", all.eachIsCalled());
        met &= seconds < GOAL_SECONDS && forced == 0;
    }

    private void scale(int agents) throws Exception {
        try (Scratch work = Scratch.of("seats");
                FakeCentre fake = FakeCentre.start(agents, false);
                Site site =
                        Site.embedded(distribution, work.path(), SignedIn.routing(fake.agents), fake.nodeSettings())) {
            NodeProcess node = site.members().get(0).process();
            node.start();
            SignedIn.await("the node is ready", node::ready);
            Footprint before = Footprint.of(node.pid());
            long begun = System.nanoTime();
            try (SignedIn all = SignedIn.connect(fake, site)) {
                figures.add("scale: agents", agents);
                figures.add("scale: all connected after, s", SignedIn.since(begun));
                SignedIn.await("the node counts all agents as live", () -> SignedIn.live(node) == agents);
                Footprint after = Footprint.of(node.pid());
                figures.add("scale: threads without agents", before.threads());
                figures.add("scale: threads for an agent", each(after.threads() - before.threads(), agents));
                figures.add(
                        "scale: live heap for an agent, kB", each(after.liveHeapKb() - before.liveHeapKb(), agents));
                figures.add("scale: resident for an agent, kB", each(after.residentKb() - before.residentKb(), agents));
                figures.add("scale: resident in all, MB", after.residentKb() / 1024.0);
                long used = Footprint.processorMillis(node.pid());
                TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
                used = Footprint.processorMillis(node.pid()) - used;
                figures.add("scale: processor while nobody is called, % of a core", 100.0 * used / IDLE.toMillis());
                figures.add("scale: calls to all of them are heard of within, s", all.eachIsCalled());
            }
        }
    }

    private static double each(long all, int agents) {
        return (double) all / agents;
    }
}

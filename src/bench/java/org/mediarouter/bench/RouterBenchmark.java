package org.mediarouter.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.mediarouter.routing.Decision;
import org.mediarouter.routing.MrdRouter;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.routing.model.Configuration;

/**
 * Events a second of the pure engine on one core. Each agent is in ten queues (all of them where there are fewer), each
 * queue has three steps, one in five of which reads task attributes. <i>Backlog</i>: every agent works, tasks wait;
 * <i>idle</i>: half of the agents are free. The events are those of a task's life: it waits, is offered, accepted and
 * ended, and after each the agent is seen. Agents work at one pace whatever the size, so that in each a task that waits in
 * a backlog passes both timeouts; what that costs is in the time, though it isn't counted as an event.
 */
public final class RouterBenchmark {

    private static final int ROUNDS = 5;
    /** How long an agent is busy with a task, in ms. */
    private static final long HANDLING = 180_000;
    /** So many between two looks at the clock, which costs as much as several events. */
    private static final int TURNS = 64;

    /** Bytes that a core's own caches hold, as they hold the smallest centre; and bytes that no cache holds. */
    private static final int NEAR = 256 << 10;

    private static final int FAR = 160 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Random random = new Random(1);
    private final int waiting;
    private final List<String> queues;
    private final List<String> agents;
    private final MrdRouter router;
    private final Map<String, String> works = new HashMap<>();
    private final List<String> working = new ArrayList<>();
    private long now = 1_700_000_000_000L;
    private long begun;
    private long turns;
    private long tasks;
    private long events;
    private long offers;

    private RouterBenchmark(int agentCount, int queueCount, int waiting) {
        this.waiting = waiting;
        Configuration configuration = LargeCentre.of(agentCount, queueCount, random);
        this.queues = List.copyOf(configuration.queues().keySet());
        this.agents = List.copyOf(configuration.agents().keySet());
        this.router = new MrdRouter(LargeCentre.MRD, configuration);
    }

    public static void main(String[] arguments) {
        System.out.printf(
                "%-8s %8s %7s %8s %12s %12s %10s %12s%n",
                "case", "agents", "queues", "waiting", "events/s", "bytes/event", "offers", "set-up ms");
        double near = MemoryLatency.nanos(NEAR);
        double far = MemoryLatency.nanos(FAR);
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int[] size : new int[][] {{50, 20, 100}, {2_400, 200, 1_000}, {24_000, 2_000, 10_000}}) {
            for (String what : List.of("backlog", "idle")) {
                rates.computeIfAbsent(what, w -> new ArrayList<>()).add(measure(what, size[0], size[1], size[2]));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%na fetch from %d kB takes %.1f ns, from %d MB %.1f ns%n",
                NEAR >> 10,
                near,
                FAR >> 20,
                far);
        rates.forEach((what, ofSizes) -> growth(what, ofSizes.get(0), ofSizes.get(ofSizes.size() - 1), far - near));
        System.out.println();
        footprint(24_000, 2_000, 100_000);
    }

    /**
     * What an event costs more in the largest centre than in the smallest, and to how many fetches that amounts which the smallest
     * finds in the processor's caches, and the largest doesn't.
     */
    private static void growth(String what, double smallest, double largest, double fetch) {
        double more = 1e9 / largest - 1e9 / smallest;
        System.out.printf(
                Locale.ROOT,
                "%-8s smallest / largest = %.1f (goal: 3): %.0f ns more for an event, as much as %.1f such fetches%n",
                what,
                smallest / largest,
                more,
                more / fetch);
    }

    /** What the largest centre takes of the heap, configuration included, and how long another configuration takes. */
    private static void footprint(int agents, int queues, int waiting) {
        RouterBenchmark benchmark = new RouterBenchmark(agents, queues, waiting);
        benchmark.fill(true);
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT, "%d agents, %d queues, %d waiting: %d MB%n", agents, queues, waiting, used >> 20);
        Configuration before = LargeCentre.of(agents, queues, new Random(1));
        apply("one queue changed", benchmark, LargeCentre.changed(before, 1));
        apply("that one changed back", benchmark, before);
        apply("all queues changed", benchmark, LargeCentre.changed(before, queues));
    }

    private static void apply(String what, RouterBenchmark benchmark, Configuration configuration) {
        long begin = cpu();
        benchmark.feed(new RoutingEvent.Configured(configuration));
        System.out.printf(Locale.ROOT, "apply a configuration, %s: %d ms%n", what, (cpu() - begin) / 1_000_000);
    }

    private static double measure(String what, int agents, int queues, int waiting) {
        long start = cpu();
        RouterBenchmark benchmark = new RouterBenchmark(agents, queues, waiting);
        benchmark.fill(what.equals("backlog"));
        long setUp = (cpu() - start) / 1_000_000;
        List<Double> rates = new ArrayList<>();
        double bytes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long eventsBefore = benchmark.events;
            long bytesBefore = allocated();
            long begin = cpu();
            while (cpu() - begin < Duration.ofSeconds(2).toNanos()) {
                for (int turn = 0; turn < TURNS; turn++) {
                    benchmark.turn(what.equals("backlog"));
                }
            }
            double seconds = (cpu() - begin) / 1e9;
            rates.add((benchmark.events - eventsBefore) / seconds);
            bytes = (allocated() - bytesBefore) / (double) (benchmark.events - eventsBefore);
        }
        rates.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-8s %8d %7d %8d %12.0f %12.0f %10d %12d%n",
                what,
                agents,
                queues,
                waiting,
                rates.get(ROUNDS / 2),
                bytes,
                benchmark.offers,
                setUp);
        return rates.get(ROUNDS / 2);
    }

    /** Of this thread only: what else the machine does is left out. */
    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private void fill(boolean backlog) {
        for (String agent : agents) {
            see(agent, 0);
        }
        int many = backlog ? agents.size() + waiting : agents.size() / 2;
        for (int i = 0; i < many; i++) {
            now++;
            arrive();
        }
        begun = now;
    }

    /** An agent ends his task, gets another one, and a customer comes. */
    private void turn(boolean backlog) {
        turns++;
        now = begun + Math.round(turns * (double) HANDLING / agents.size());
        if (!backlog || working.isEmpty()) {
            arrive();
        }
        if (working.isEmpty()) {
            return;
        }
        int index = random.nextInt(working.size());
        String agent = working.get(index);
        working.set(index, working.get(working.size() - 1));
        working.remove(working.size() - 1);
        String task = works.remove(agent);
        feed(new RoutingEvent.TaskEnded(task, null));
        see(agent, 0);
        if (backlog) {
            arrive();
        }
    }

    private void arrive() {
        Map<String, Object> attributes = Map.of("language", random.nextBoolean() ? "en" : "de");
        feed(new RoutingEvent.TaskWaiting(
                "task-" + tasks++,
                queues.get(random.nextInt(queues.size())),
                1 + random.nextInt(5),
                attributes,
                now,
                now,
                now + 3_600_000,
                null,
                0,
                Map.of()));
    }

    private void see(String agent, int held) {
        feed(new RoutingEvent.AgentSeen(agent, true, true, held == 0, held, 1, now, 0));
    }

    private void feed(RoutingEvent event) {
        events++;
        for (Decision decision : router.on(event, now)) {
            if (decision instanceof Decision.Offer offer) {
                offers++;
                feed(new RoutingEvent.TaskOffered(
                        offer.taskId(), offer.agentId(), offer.offerNumber(), offer.acceptBefore()));
                see(offer.agentId(), 1);
                feed(new RoutingEvent.TaskWorked(offer.taskId()));
                see(offer.agentId(), 1);
                works.put(offer.agentId(), offer.taskId());
                working.add(offer.agentId());
            }
        }
    }
}

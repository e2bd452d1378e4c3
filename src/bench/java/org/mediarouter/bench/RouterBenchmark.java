package org.mediarouter.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.mediarouter.routing.Decision;
import org.mediarouter.routing.MrdRouter;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Attribute;
import org.mediarouter.routing.model.AttributeType;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Selection;
import org.mediarouter.routing.model.Step;

/**
 * Events a second of the pure engine on one core. Each agent is in ten queues (all of them where there are fewer), each
 * queue has three steps, one in five of which reads task attributes. <i>Backlog</i>: every agent works, tasks wait;
 * <i>idle</i>: half of the agents are free. The events are those of a task's life: it waits, is offered, accepted and
 * ended, and after each the agent is seen.
 */
public final class RouterBenchmark {

    private static final String MRD = "chat";
    private static final int ROUNDS = 5;

    private final Random random = new Random(1);
    private final int waiting;
    private final List<String> queues = new ArrayList<>();
    private final List<String> agents = new ArrayList<>();
    private final Configuration configuration;
    private final MrdRouter router;
    private final Map<String, String> works = new HashMap<>();
    private final List<String> working = new ArrayList<>();
    private long now = 1_700_000_000_000L;
    private long tasks;
    private long events;
    private long offers;

    private RouterBenchmark(int agentCount, int queueCount, int waiting) {
        this.waiting = waiting;
        this.configuration = configuration(agentCount, queueCount);
        this.router = new MrdRouter(MRD, configuration);
    }

    public static void main(String[] arguments) {
        System.out.printf(
                "%-8s %8s %7s %8s %12s %12s %10s %12s%n",
                "case", "agents", "queues", "waiting", "events/s", "bytes/event", "offers", "set-up ms");
        for (int[] size : new int[][] {{50, 20, 100}, {2_400, 200, 1_000}, {24_000, 2_000, 10_000}}) {
            measure("backlog", size[0], size[1], size[2]);
            measure("idle", size[0], size[1], size[2]);
        }
    }

    private static void measure(String what, int agents, int queues, int waiting) {
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
                benchmark.round(what.equals("backlog"));
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
    }

    /** Of this thread only: what else the machine does is left out. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private Configuration configuration(int agentCount, int queueCount) {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("Skill", AttributeType.PROFICIENCY, 1));
        attributes.add(new Attribute("German", AttributeType.BOOLEAN, false));
        List<PrecisionQueue> definitions = new ArrayList<>();
        int step = 0;
        for (int i = 0; i < queueCount; i++) {
            String member = "Q" + i;
            attributes.add(new Attribute(member, AttributeType.BOOLEAN, false));
            queues.add("queue-" + i);
            List<Step> steps = new ArrayList<>();
            for (String when : List.of(member + " && Skill >= 7", member + " && Skill >= 4", member)) {
                String reading = step++ % 5 == 0 ? " && (task.language == 'en' || German)" : "";
                steps.add(new Step(when + reading, Duration.ofSeconds(30), null));
            }
            definitions.add(new PrecisionQueue(
                    "queue-" + i,
                    MRD,
                    Selection.LONGEST_AVAILABLE,
                    1 + i % 3,
                    0,
                    steps,
                    null,
                    null,
                    i % 4 == 0 ? Duration.ofSeconds(60) : null,
                    Duration.ofSeconds(30)));
        }
        List<AgentProfile> profiles = new ArrayList<>();
        for (int i = 0; i < agentCount; i++) {
            agents.add("agent-" + i);
            profiles.add(new AgentProfile(
                    "agent-" + i, "agent-" + i, AgentMode.STANDALONE, Map.of(MRD, 1), skills(queueCount), null, null));
        }
        return Configuration.of(1, attributes, List.of(Mrd.of(MRD, 1, true)), definitions, profiles);
    }

    private Map<String, Object> skills(int queueCount) {
        Map<String, Object> skills = new HashMap<>();
        skills.put("Skill", 1 + random.nextInt(10));
        if (random.nextBoolean()) {
            skills.put("German", true);
        }
        Set<Integer> member = new HashSet<>();
        while (member.size() < Math.min(10, queueCount)) {
            member.add(random.nextInt(queueCount));
        }
        member.forEach(queue -> skills.put("Q" + queue, true));
        return skills;
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
    }

    /** An agent ends his task, gets another one, and a customer comes. */
    private void round(boolean backlog) {
        now += 7;
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

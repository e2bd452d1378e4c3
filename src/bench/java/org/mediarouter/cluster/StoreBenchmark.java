package org.mediarouter.cluster;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskStore;

/** Operations a second of the stores on one node, called by one thread. */
final class StoreBenchmark {
    private static final int ROUNDS = 5;
    private static final int AGENTS = 200;

    private StoreBenchmark() {}

    /** @param args how many tasks the store shall have, 100000 by default */
    public static void main(String[] args) {
        int tasks = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        long start = System.nanoTime();
        try (ClusterNode node = Scene.cluster(1).get(0)) {
            System.out.printf(
                    Locale.ROOT,
                    "node ready in %d ms, the JVM has used %d ms of processor%n",
                    (System.nanoTime() - start) / 1_000_000,
                    ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                                    .getProcessCpuTime()
                            / 1_000_000);
            agents(node.agents());
            tasks(node.tasks(), tasks);
            measure(
                    "signInLine.follow, nothing open",
                    20_000,
                    i -> node.signInLine().follow("follow-" + i, List.of("agent-" + i % AGENTS, "task-" + i), false));
            measure("plans.keep", 20_000, i -> node.plans().keep("plan-" + i, "{\"decisions\":[]}".repeat(20)));
            for (int round = 0; round < ROUNDS; round++) {
                measure("figures", 1, i -> new ClusterFigures(node.hazelcast()).snapshot());
            }
        }
    }

    private static void agents(AgentStore agents) {
        for (int i = 0; i < AGENTS; i++) {
            Scene.ready(agents, "agent-" + i, "chat", 3);
        }
        for (int round = 0; round < ROUNDS; round++) {
            int current = round;
            measure(
                    "agents.apply",
                    40_000,
                    i -> agents.apply(
                            "ID:journal-4711:" + current + "-" + i,
                            "agent-" + i % AGENTS,
                            new AgentOperation.AskReadiness("chat", i / AGENTS % 2 == 0, null),
                            Scene.NOON.plusSeconds(i)));
            measure("agents.get", 40_000, i -> agents.get("agent-" + i % AGENTS));
        }
        measure("agents.inMrd of 200", 20, i -> agents.inMrd("chat"));
    }

    private static void tasks(TaskStore tasks, int count) {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        measure("tasks.create", count, i -> {
            tasks.apply("create-" + i, "task-" + i, Scene.create("chat", "queue-" + i % 2), Scene.NOON);
        });
        int waiting = count / 10;
        measure("tasks.apply, four to the end", count - waiting, i -> {
            String task = "task-" + (waiting + i);
            tasks.apply("offer-" + i, task, new TaskOperation.MakeOffer("1001", 1, Scene.NOON), Scene.NOON);
            tasks.apply("accept-" + i, task, Scene.ask(TaskOperation.Asked.ACTIVE, "1001"), Scene.NOON);
            tasks.apply("pause-" + i, task, Scene.ask(TaskOperation.Asked.PAUSED, "1001"), Scene.NOON);
            tasks.apply("close-" + i, task, Scene.ask(TaskOperation.Asked.CLOSED, "1001"), Scene.NOON);
        });
        System.gc();
        long after = runtime.totalMemory() - runtime.freeMemory();
        System.out.printf(Locale.ROOT, "%d bytes of heap a task%n", (after - before) / count);
        measure("tasks.get", 40_000, i -> tasks.get("task-" + i));
        for (int round = 0; round < ROUNDS; round++) {
            measure("tasks.open of " + waiting, 5, i -> tasks.open("chat"));
        }
        measure("tasks.waiting", 200_000, i -> tasks.waiting("queue-1"));
    }

    private static void measure(String what, int times, IntConsumer operation) {
        long start = System.nanoTime();
        long processor = processorTime();
        for (int i = 0; i < times; i++) {
            operation.accept(i);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-32s %,10.0f a second, %,10.1f us each, %,10.1f us of processor%n",
                what,
                times / seconds,
                seconds / times * 1e6,
                (processorTime() - processor) / 1e3 / times);
    }

    /** Of all threads, the compiler's and the collector's too: it says more than time where others use the machine. */
    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}

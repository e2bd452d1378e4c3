package org.mediarouter.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Selection;
import org.mediarouter.routing.model.Step;
import org.mediarouter.routing.statistics.StatisticsEvent;

/**
 * One task of priority 1 comes into a flood of tasks of priority 10, at 120 % of what the agents can do, for eight hours.
 *
 * <p>The bound. With aging every a, a task that came at t has at s both its priorities raised by floor((s - t) / a). One that
 * came k·a after another is therefore behind it by at least k in both. Queue priorities are compared first:
 *
 * <ul>
 *   <li>in one queue they differ by the ages alone, so whoever came a or more after the task is behind it: k = 1;
 *   <li>in queues of priorities 1 and 10 whoever came 9a or more after it is: the queue priorities are then equal or the
 *       task's is higher, if equal the task priorities, 1 and 10, are equal or the task's is higher too, and if all are equal
 *       it came first: k = 9.
 * </ul>
 *
 * So only those can be served before it who waited when it came, and those who came in the k·a after it: N together. While it
 * waits all n agents are busy, and each is free again every h at most, the handling time; so n tasks are taken in each h, and
 * it waits no longer than ceil((N + 1) / n) · h.
 */
class StarvationTest {
    private static final int AGENTS = 10;
    private static final long HANDLING = 60_000;
    private static final double LOAD = 1.2;
    private static final long COMES = Duration.ofHours(1).toMillis();
    private static final long END = Duration.ofHours(8).toMillis();
    private static final long SEED = 3;

    private final List<StatisticsEvent> heard = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"one queue, 1, 120", "queues of priorities 1 and 10, 9, 30"})
    void withAgingItWaitsNoLongerThanTheBound(String where, int k, long agingSeconds) {
        List<Customer> flood = run(k == 1, Duration.ofSeconds(agingSeconds));

        long ahead = aheadOf(flood, COMES + k * agingSeconds * 1000);
        long bound = (ahead + 1 + AGENTS - 1) / AGENTS * HANDLING;
        Long wait = waitOfTheTask(flood);
        System.out.printf(
                "%s: waited %d s, bound %d s, %d could come first%n", where, wait / 1000, bound / 1000, ahead);
        assertThat(wait).as("wait of the task, seed %d", SEED).isNotNull().isLessThanOrEqualTo(bound);
        assertThat(bound).as("a bound that says something").isLessThan((END - COMES) / 4);
        // It does come behind those who count more: the test would notice an order that ignored priorities.
        assertThat(wait).isGreaterThan(bound / 2);
    }

    @ParameterizedTest
    @CsvSource({"one queue, 1", "queues of priorities 1 and 10, 9"})
    void withoutAgingItStarves(String where, int k) {
        List<Customer> flood = run(k == 1, null);

        assertThat(waitOfTheTask(flood))
                .as("%s: wait of the task, seed %d", where, SEED)
                .isNull();
    }

    private List<Customer> run(boolean oneQueue, @Nullable Duration aging) {
        SmallCentre centre = new SmallCentre()
                .mrd(SmallCentre.mrd("m", false, OnInterrupt.KEEP))
                .queue(queue("flood", oneQueue ? 1 : 10, aging))
                .queue(queue("quiet", 1, aging));
        List<Shift> shifts = IntStream.range(0, AGENTS)
                .mapToObj(i -> new Shift("a" + i, 0, Long.MAX_VALUE))
                .toList();
        shifts.forEach(shift -> centre.agent(shift.agentId(), Map.of("m", 1)));
        SplittableRandom random = new SplittableRandom(SEED);
        List<Customer> customers = new ArrayList<>();
        for (double time = 0; time < END; time += random.nextExponential() * HANDLING / AGENTS / LOAD) {
            customers.add(customer((long) time, "flood", 10));
        }
        customers.add(customer(COMES, oneQueue ? "flood" : "quiet", 1));
        customers.sort((a, b) -> Long.compare(a.arrival(), b.arrival()));
        Iterator<Customer> one = customers.iterator();
        new Simulation(centre.configuration(), () -> one.hasNext() ? one.next() : null, shifts, heard::add).run(END);
        return customers;
    }

    private static PrecisionQueue queue(String id, int priority, @Nullable Duration aging) {
        return new PrecisionQueue(
                id,
                "m",
                Selection.LONGEST_AVAILABLE,
                priority,
                0,
                List.of(Step.of("true")),
                null,
                null,
                aging,
                Duration.ofSeconds(30));
    }

    private static Customer customer(long arrival, String queue, int priority) {
        return new Customer(arrival, "m", queue, priority, Map.of(), Customer.ENDLESS, 0, HANDLING, 0);
    }

    /** Tasks are numbered as their customers come. */
    private static String taskId(List<Customer> customers) {
        return "t"
                + (1
                        + IntStream.range(0, customers.size())
                                .filter(i -> customers.get(i).priority() == 1)
                                .findFirst()
                                .orElseThrow());
    }

    private @Nullable Long waitOfTheTask(List<Customer> customers) {
        String id = taskId(customers);
        return heard.stream()
                .filter(event -> event instanceof StatisticsEvent.Answered answered
                        && answered.taskId().equals(id))
                .map(event -> event.time() - COMES)
                .findFirst()
                .orElse(null);
    }

    /** Who waited when it came, and who came after it and before that time. */
    private long aheadOf(List<Customer> customers, long until) {
        long came = customers.stream().filter(each -> each.arrival() < until).count() - 1;
        long taken = heard.stream()
                .filter(event -> event instanceof StatisticsEvent.Answered && event.time() < COMES)
                .count();
        return came - taken;
    }
}

package org.mediarouter.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mediarouter.Seeded;

/**
 * The indexed router decides as the plain one does, on random histories. {@code -Dmediarouter.histories=N} runs more of
 * them, {@code -Dmediarouter.seed=N} a certain one.
 */
class EquivalenceTest {

    private static final int HISTORIES = Integer.getInteger("mediarouter.histories", 60);
    private static final int EVENTS = Integer.getInteger("mediarouter.events", 600);

    @Test
    void theIndexedRouterDecidesAsTheReferenceDoes() {
        Long only = Long.getLong("mediarouter.seed");
        long first = only == null ? new Random().nextLong() : only;
        int histories = only == null ? HISTORIES : 1;
        System.out.println("EquivalenceTest: " + histories + " histories from seed " + first);
        int decisions = 0;
        for (int i = 0; i < histories; i++) {
            decisions += run(first + i);
        }
        assertThat(decisions).isGreaterThan(histories);
    }

    /** Half of the histories are of one MRD, half of three, whose agents interrupt one with another. */
    private static int run(long seed) {
        Random random = Seeded.random(seed);
        boolean skips = random.nextBoolean();
        List<String> mrds = seed % 2 == 0 ? RandomConfiguration.MRDS : RandomConfiguration.MRDS.subList(0, 1);
        RandomHistory history = new RandomHistory(random, skips, mrds);
        Map<String, Pair> pairs = new TreeMap<>();
        mrds.forEach(mrd -> pairs.put(mrd, new Pair(mrd, history)));
        List<String> told = new ArrayList<>();
        int decisions = 0;
        for (int i = 0; i < EVENTS; i++) {
            RandomHistory.Told event = history.next(
                    pairs.values().stream().mapToLong(Pair::nextDeadline).min().orElseThrow());
            Pair pair = pairs.get(event.mrd());
            told.add(history.now + " " + event);
            try {
                List<Decision> decided = pair.decide(event.event(), history);
                told.add("   " + decided);
                decided.forEach(decision -> history.carryOut(event.mrd(), decision));
                decisions += decided.size();
                boolean atRest = history.pending.isEmpty();
                if (atRest) {
                    history.forgetWhatIsGone();
                }
                if (atRest && i % 8 == 0) {
                    pair.compareLines(history);
                }
                if (!skips && atRest && random.nextInt(40) == 0) {
                    told.add("   rebuilt");
                    pair.takeOver(history);
                }
                if (!skips && atRest) {
                    pair.countAgents(history);
                }
            } catch (AssertionError | RuntimeException e) {
                fail(
                        "seed " + seed + ", event " + i + "\n"
                                + String.join("\n", told.subList(Math.max(0, told.size() - 60), told.size())),
                        e);
            }
        }
        return decisions;
    }

    /** Both routers of one MRD. */
    private static final class Pair {
        private final String mrd;
        private final ReferenceRouter reference;
        private MrdRouter router;

        Pair(String mrd, RandomHistory history) {
            this.mrd = mrd;
            reference = new ReferenceRouter(mrd, history.configuration);
            router = new MrdRouter(mrd, history.configuration);
        }

        long nextDeadline() {
            return router.nextDeadline();
        }

        List<Decision> decide(RoutingEvent event, RandomHistory history) {
            boolean late = reference.nextDue() <= history.now;
            List<Decision> expected = reference.on(event, history.now);
            List<Decision> actual = router.on(event, history.now);
            assertThat(actual).isEqualTo(expected);
            Promises.check(history, reference, actual, late);
            assertThat(router.nextDeadline()).isGreaterThanOrEqualTo(reference.nextDue());
            return actual;
        }

        /** Another node takes over: it knows the records and nothing else. */
        void takeOver(RandomHistory history) {
            router = built(history);
        }

        /** What is told of those who wait is the order in which they will be served. */
        void compareLines(RandomHistory history) {
            history.configuration
                    .queuesOf(mrd)
                    .forEach(queue -> assertThat(
                                    router.queue(queue.id(), history.now).line())
                            .as("line of %s", queue.id())
                            .isEqualTo(reference.waiting().stream()
                                    .filter(task -> queue.id().equals(task.seen.queue()))
                                    .sorted(reference.order(history.now))
                                    .map(task -> task.id)
                                    .toList()));
        }

        /** The router counts who is there for a queue only where something has changed; one that was just built counts all. */
        void countAgents(RandomHistory history) {
            assertThat(agents(router, history)).as("agents of the queues").isEqualTo(agents(built(history), history));
        }

        private MrdRouter built(RandomHistory history) {
            MrdRouter built = new MrdRouter(mrd, history.configuration);
            assertThat(built.on(history.everything(mrd), history.now)).isEmpty();
            return built;
        }

        private List<Object> agents(MrdRouter router, RandomHistory history) {
            return history.configuration.queuesOf(mrd).stream()
                    .map(queue -> router.queue(queue.id(), history.now))
                    .<Object>map(view -> List.of(
                            view.queue(), view.line(), view.agentsLoggedIn(), view.agentsReady(), view.agentsBusy()))
                    .toList();
        }
    }
}

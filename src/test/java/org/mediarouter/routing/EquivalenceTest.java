package org.mediarouter.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

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

    private static int run(long seed) {
        Random random = new Random(seed);
        boolean skips = random.nextBoolean();
        RandomHistory history = new RandomHistory(random, skips);
        MrdRouter router = new MrdRouter(RandomConfiguration.MRD, history.configuration);
        ReferenceRouter reference = new ReferenceRouter(RandomConfiguration.MRD, history.configuration);
        List<String> told = new ArrayList<>();
        int decisions = 0;
        for (int i = 0; i < EVENTS; i++) {
            RoutingEvent event = history.next(router.nextDeadline());
            told.add(history.now + " " + event);
            boolean late = reference.nextDue() <= history.now;
            try {
                List<Decision> expected = reference.on(event, history.now);
                List<Decision> actual = router.on(event, history.now);
                assertThat(actual).isEqualTo(expected);
                Promises.check(history, reference, actual, late);
                assertThat(router.nextDeadline()).isGreaterThanOrEqualTo(reference.nextDue());
                told.add("   " + actual);
                for (Decision decision : actual) {
                    history.carryOut(decision);
                }
                decisions += actual.size();
            } catch (AssertionError | RuntimeException e) {
                fail(
                        "seed " + seed + ", event " + i + "\n"
                                + String.join("\n", told.subList(Math.max(0, told.size() - 60), told.size())),
                        e);
            }
            if (event instanceof RoutingEvent.Configured || event instanceof RoutingEvent.Batch) {
                history.forgetWhatIsGone();
            }
            boolean inBetween = history.pending.isEmpty();
            if (!skips && inBetween && random.nextInt(40) == 0) {
                // Another node takes over: it knows the records and nothing else.
                router = new MrdRouter(RandomConfiguration.MRD, history.configuration);
                told.add("   rebuilt");
                try {
                    assertThat(router.on(history.everything(), history.now)).isEmpty();
                } catch (AssertionError | RuntimeException e) {
                    fail(
                            "seed " + seed + ", rebuilt at event " + i + "\n"
                                    + String.join("\n", told.subList(Math.max(0, told.size() - 60), told.size())),
                            e);
                }
            }
        }
        return decisions;
    }
}

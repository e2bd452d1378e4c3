package org.mediarouter.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mediarouter.routing.ContactCentre.step;
import static org.mediarouter.routing.RoutingStoriesTest.offers;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.routing.model.Selection;

/** R7: which of several free agents. */
class SelectionTest {

    private final ContactCentre centre = new ContactCentre();

    @Test
    void longestAvailableAndThenTheId() {
        centre.agents("ann", "bob", "cid").queue("q", step("true"));
        centre.on(new RoutingEvent.AgentSeen("cid", true, true, true, 0, 1, 500, 0));
        centre.on(new RoutingEvent.AgentSeen("bob", true, true, true, 0, 1, 400, 0));
        centre.on(new RoutingEvent.AgentSeen("ann", true, true, true, 0, 1, 500, 0));

        assertThat(offers(centre.task("q").waits())).containsExactly("t1>bob");
        assertThat(offers(centre.task("q").waits())).containsExactly("t2>ann");
        assertThat(offers(centre.task("q").waits())).containsExactly("t3>cid");
    }

    @Test
    void whoWasOfferedATaskIsNoLongerTheLongestAvailable() {
        centre.agent("ann", 2, Map.of()).agent("bob", 2, Map.of()).queue("q", step("true"));
        centre.ready("ann", "bob");

        assertThat(offers(centre.task("q").waits())).containsExactly("t1>ann");
        assertThat(offers(centre.task("q").waits())).containsExactly("t2>bob");
        assertThat(offers(centre.task("q").waits())).containsExactly("t3>ann");
    }

    @Test
    void leastActiveRelativeToCapacity() {
        centre.agent("ann", 2, Map.of()).agent("bob", 5, Map.of()).queue("q", Selection.LEAST_ACTIVE, step("true"));
        centre.on(centre.ready("ann", 1));
        centre.on(centre.ready("bob", 2));

        assertThat(offers(centre.task("q").waits())).containsExactly("t1>bob");
        assertThat(offers(centre.task("q").waits())).containsExactly("t2>ann");
    }

    @Test
    void mostSkilledByTheSumOfWhatTheStepNames() {
        skilled(Selection.MOST_SKILLED);

        assertThat(offers(centre.task("q").waits())).containsExactly("t1>cid");
        assertThat(offers(centre.task("q").waits())).containsExactly("t2>bob");
    }

    @Test
    void leastSkilledLeavesTheExpertsFree() {
        skilled(Selection.LEAST_SKILLED);

        assertThat(offers(centre.task("q").waits())).containsExactly("t1>ann");
        assertThat(offers(centre.task("q").waits())).containsExactly("t2>bob");
    }

    private void skilled(Selection selection) {
        centre.agent("ann", 1, Map.of("Broadband", 5))
                .agent("bob", 1, Map.of("Broadband", 6))
                .agent("cid", 1, Map.of("Broadband", 9))
                .queue("q", selection, step("Broadband >= 5"));
        centre.ready("ann", "bob", "cid");
    }

    @Test
    void roundRobinGoesOnAfterTheOneLastOffered() {
        centre.agents("ann", "bob", "cid").queue("q", Selection.ROUND_ROBIN, step("true"));
        centre.ready("cid", "bob", "ann");

        assertThat(offers(centre.task("q").waits())).containsExactly("t1>ann");
        centre.ready("ann");
        assertThat(offers(centre.task("q").waits())).containsExactly("t2>bob");
        assertThat(offers(centre.task("q").waits())).containsExactly("t3>cid");
        assertThat(offers(centre.task("q").waits())).containsExactly("t4>ann");
    }

    @Test
    void fastestFirstByAverageHandlingInThisQueue() {
        centre.agents("ann", "bob")
                .queue("q", Selection.FASTEST_FIRST, step("true"))
                .queue("other", step("true"));
        centre.on(new RoutingEvent.HandlingSeen("q", "ann", 10, 900_000));
        centre.on(new RoutingEvent.HandlingSeen("q", "bob", 10, 800_000));
        centre.on(new RoutingEvent.HandlingSeen("other", "ann", 10, 1_000));
        centre.ready("ann", "bob");

        assertThat(offers(centre.task("q").waits())).containsExactly("t1>bob");
        centre.on(new RoutingEvent.TaskEnded("t1", new RoutingEvent.Handled("q", "bob", 9_000_000)));
        centre.ready("bob");
        assertThat(offers(centre.task("q").waits())).containsExactly("t2>ann");
    }

    @Test
    void randomIsFairAndTheSameWhenAskedAgain() {
        Map<String, Integer> counts = new HashMap<>();
        centre.agents("ann", "bob", "cid", "dan").queue("q", Selection.RANDOM, step("true"));
        centre.ready("ann", "bob", "cid", "dan");
        for (int i = 0; i < 4000; i++) {
            Decision.Offer offer = (Decision.Offer) centre.task("q").waits().get(0);
            counts.merge(offer.agentId(), 1, Integer::sum);
            centre.on(new RoutingEvent.TaskEnded(offer.taskId(), null));
            centre.ready(offer.agentId());
        }

        assertThat(counts).hasSize(4);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isCloseTo(1000, within(130)));
        assertThat(Draw.of(7, "t1", 1, 4)).isEqualTo(Draw.of(7, "t1", 1, 4));
    }
}

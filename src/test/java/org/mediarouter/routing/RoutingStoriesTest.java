package org.mediarouter.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.routing.ContactCentre.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Selection;

/** Who gets which task, rule by rule (routing, section 2). */
class RoutingStoriesTest {

    private final ContactCentre centre = new ContactCentre();

    @Test
    void aTaskGoesAtOnceToAFreeAgent() {
        centre.agents("ann").queue("q", step("true"));
        centre.ready("ann");

        List<Decision> decisions = centre.task("q").waits();

        assertThat(decisions).containsExactly(new Decision.Offer("t1", "ann", "q", 0, 1, centre.now() - 1 + 30_000));
    }

    @Test
    void nobodyIsOfferedMoreThanHisCapacity() {
        centre.agent("ann", 2, Map.of()).queue("q", step("true"));
        centre.ready("ann");

        assertThat(offers(centre.task("q").waits())).containsExactly("t1>ann");
        assertThat(offers(centre.task("q").waits())).containsExactly("t2>ann");
        assertThat(centre.task("q").waits()).isEmpty();
        assertThat(offers(centre.on(centre.ready("ann", 1)))).containsExactly("t3>ann");
    }

    @Test
    void anAgentWhoseStateAllowsNoOfferGetsNone() {
        centre.agents("ann").queue("q", step("true"));
        centre.notReady("ann");

        assertThat(centre.task("q").waits()).isEmpty();
        assertThat(offers(centre.ready("ann"))).containsExactly("t1>ann");
    }

    @Test
    void aTaskBehindOneThatNobodyCanTakeDoesNotWaitForIt() {
        centre.agent("ann", 1, Map.of("English", true)).queue("q", step("English && task.language == 'en' || German"));
        centre.task("q").with(Map.of("language", "de")).waits();
        centre.task("q").with(Map.of("language", "en")).waits();

        assertThat(offers(centre.ready("ann"))).containsExactly("t2>ann");
    }

    @Test
    void queuePriorityComesBeforeTaskPriorityBeforeTime() {
        centre.agents("ann")
                .queue("low", step("true"))
                .queue(new PrecisionQueue(
                        "high",
                        ContactCentre.CHAT,
                        Selection.LONGEST_AVAILABLE,
                        2,
                        0,
                        List.of(step("true")),
                        null,
                        null,
                        null,
                        Duration.ZERO));
        centre.task("low").priority(10).waits();
        centre.task("high").priority(1).waits();
        centre.task("high").priority(3).waits();
        centre.task("high").priority(3).waits();

        assertThat(servedOneByOne("ann", 4)).containsExactly("t3", "t4", "t2", "t1");
    }

    @Test
    void aRequeuedTaskHasItsOldPlace() {
        centre.agents("ann").queue("q", step("true"));
        centre.task("q").waits();
        centre.task("q").queuedSecondsAgo(60).offered(3).waits();

        assertThat(servedOneByOne("ann", 2)).containsExactly("t2", "t1");
    }

    @Test
    void withAgingAnOldTaskOvertakesAnImportantOne() {
        centre.agents("ann")
                .queue(new PrecisionQueue(
                        "q",
                        ContactCentre.CHAT,
                        Selection.LONGEST_AVAILABLE,
                        1,
                        0,
                        List.of(step("true")),
                        null,
                        null,
                        Duration.ofSeconds(10),
                        Duration.ZERO));
        centre.task("q").priority(1).queuedSecondsAgo(25).waits();
        centre.task("q").priority(10).queuedSecondsAgo(12).waits();
        centre.task("q").priority(2).queuedSecondsAgo(14).waits();

        assertThat(servedOneByOne("ann", 3)).containsExactly("t1", "t2", "t3");
    }

    @Test
    void theNextStepAddsItsAgentsWhenItsTimeHasCome() {
        centre.agent("expert", 1, Map.of("Broadband", 9))
                .agent("novice", 1, Map.of())
                .queue("q", step("Broadband >= 7", 30), step("true"));
        centre.busy("expert");
        centre.ready("novice");
        centre.task("q").waits();

        assertThat(centre.router().nextDeadline()).isEqualTo(centre.now() - 1 + 30_000);
        assertThat(centre.afterSeconds(29.9)).isEmpty();
        assertThat(centre.afterSeconds(0.1))
                .containsExactly(new Decision.Offer("t1", "novice", "q", 1, 1, centre.now() + 30_000));
    }

    @Test
    void theFirstStepsAgentsStayInTheNextStep() {
        centre.agent("expert", 1, Map.of("Broadband", 9)).queue("q", step("Broadband >= 7", 30), step("German"));
        centre.task("q").enteredSecondsAgo(100).waits();

        assertThat(offers(centre.ready("expert"))).containsExactly("t1>expert");
    }

    @Test
    void nobodyWaitsInAStepThatIsSkipped() {
        centre.agent("expert", 1, Map.of("Broadband", 9))
                .agent("novice", 1, Map.of())
                .queue("q", step("Broadband >= 7", 30, "step.agentsLoggedIn == 0"), step("true"));
        centre.ready("novice");

        assertThat(offers(centre.task("q").waits())).containsExactly("t1>novice");
        centre.notReady("expert");
        centre.ready("novice");
        assertThat(centre.task("q").waits()).isEmpty();
    }

    @Test
    void afterTheLastStepTheTaskOverflowsOnce() {
        centre.agents("ann").queue(overflowing("first", "second")).queue("second", step("true"));
        ContactCentre.Waiting task = centre.task("first");
        task.waits();

        assertThat(centre.afterSeconds(20)).containsExactly(new Decision.Overflow("t1", "first", "second"));
        assertThat(centre.afterSeconds(20)).isEmpty();
        assertThat(centre.ready("ann")).isEmpty();
        centre.on(new RoutingEvent.TaskEnded(task.id, null));
        assertThat(offers(centre.task("second").waits())).containsExactly("t2>ann");
    }

    @Test
    void anExpiredTaskIsNoLongerOffered() {
        centre.agents("ann").queue("q", step("true"));
        centre.task("q").expiresIn(60).waits();

        assertThat(centre.afterSeconds(60)).containsExactly(new Decision.TaskExpired("t1"));
        assertThat(centre.ready("ann")).isEmpty();
    }

    @Test
    void anOfferNotAcceptedIsRonaAndHeGetsNothingUntilHisPictureComes() {
        centre.agent("ann", 2, Map.of()).queue("q", step("true"));
        centre.ready("ann");
        ContactCentre.Waiting task = centre.task("q");
        task.waits();
        centre.afterSeconds(10);

        assertThat(centre.afterSeconds(20)).containsExactly(new Decision.OfferExpired("t1", "ann", 1));
        assertThat(centre.task("q").waits()).isEmpty();
        assertThat(centre.on(task.offered(1).picture())).isEmpty();
        assertThat(offers(centre.ready("ann"))).containsExactly("t1>ann", "t2>ann");
    }

    @Test
    void wrapUpAndUnsurenessEndInTime() {
        centre.agents("ann").queue("q", step("true"));
        centre.on(new RoutingEvent.TaskWrappingUp("t9", centre.now() + 5_000));
        centre.on(new RoutingEvent.AgentSeen("ann", true, false, false, 0, 1, centre.now(), centre.now() + 9_000));

        assertThat(centre.afterSeconds(5)).containsExactly(new Decision.WrapUpExpired("t9"));
        assertThat(centre.afterSeconds(4)).containsExactly(new Decision.UnsurenessExpired("ann"));
        assertThat(centre.router().nextDeadline()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aRejectedTaskGoesToOthersAndComesBackOnlyWhenThereIsNobodyElse() {
        centre.agents("ann", "bob").queue("q", step("true"));
        centre.ready("ann");
        centre.busy("bob");

        assertThat(centre.task("q").rejectedBy("ann", 30).waits()).isEmpty();
        assertThat(centre.afterSeconds(31)).as("bob wants tasks").isEmpty();
        assertThat(offers(centre.notReady("bob"))).containsExactly("t1>ann");
    }

    @Test
    void twoWhoRejectedATaskDoNotWaitForEachOther() {
        centre.agents("ann", "bob").queue("q", step("true"));
        centre.ready("ann", "bob");

        assertThat(centre.task("q").rejectedBy("ann", 30).rejectedBy("bob", 20).waits())
                .isEmpty();
        assertThat(offers(centre.afterSeconds(20))).containsExactly("t1>bob");
    }

    @Test
    void thePreferredAgentIsWaitedForWhenHeIsLoggedIn() {
        centre.agents("ann", "bob").queue("q", step("true"));
        centre.ready("bob");
        centre.busy("ann");
        centre.task("q").prefers("ann").waits();

        assertThat(offers(centre.afterSeconds(10))).isEmpty();
        assertThat(offers(centre.afterSeconds(20))).containsExactly("t1>bob");
        centre.ready("bob");
        assertThat(centre.task("q").prefers("ann").waits()).isEmpty();
        assertThat(offers(centre.ready("ann"))).containsExactly("t2>ann");
    }

    @Test
    void nobodyWaitsForAPreferredAgentWhoIsAway() {
        centre.agents("ann", "bob").queue("q", step("true"));
        centre.ready("bob");

        assertThat(offers(centre.task("q").prefers("ann").waits())).containsExactly("t1>bob");
        centre.busy("ann");
        centre.ready("bob");
        centre.task("q").prefers("ann").waits();
        assertThat(offers(centre.loggedOut("ann"))).containsExactly("t2>bob");
    }

    @Test
    void aChangedConfigurationMatchesWaitingTasksAnew() {
        centre.agent("ann", 1, Map.of()).queue("q", step("German"));
        centre.ready("ann");
        centre.task("q").waits();

        centre.agent("ann", 1, Map.of("German", true));

        assertThat(offers(centre.on(new RoutingEvent.Configured(centre.configuration()))))
                .containsExactly("t1>ann");
    }

    private List<String> servedOneByOne(String agent, int times) {
        List<String> served = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (Decision decision : centre.ready(agent)) {
                served.add(((Decision.Offer) decision).taskId());
                centre.on(new RoutingEvent.TaskWorked(((Decision.Offer) decision).taskId()));
            }
        }
        return served;
    }

    private static PrecisionQueue overflowing(String id, String next) {
        return new PrecisionQueue(
                id,
                ContactCentre.CHAT,
                Selection.LONGEST_AVAILABLE,
                1,
                0,
                List.of(step("German", 20)),
                null,
                next,
                null,
                Duration.ZERO);
    }

    static List<String> offers(List<Decision> decisions) {
        return decisions.stream()
                .map(decision -> (Decision.Offer) decision)
                .map(offer -> offer.taskId() + ">" + offer.agentId())
                .toList();
    }
}

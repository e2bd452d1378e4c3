package org.mediarouter.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mediarouter.routing.ContactCentre.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.routing.Explanation.Candidate;
import org.mediarouter.routing.Explanation.Preference;
import org.mediarouter.routing.Explanation.Preferred;
import org.mediarouter.routing.Explanation.Verdict;
import org.mediarouter.routing.model.Selection;

/** R9: any decision can be explained; and where a task stands. */
class ExplanationTest {

    private final ContactCentre centre = new ContactCentre();

    @Test
    void everyAgentIsThereWithWhatSpeaksAgainstHim() {
        centre.agent("away", 1, Map.of("English", true))
                .agent("break", 1, Map.of("English", true))
                .agent("full", 1, Map.of("English", true))
                .agent("later", 1, Map.of("German", true))
                .agent("never", 1, Map.of())
                .agent("refused", 1, Map.of("English", true))
                .queue("q", step("English", 30), step("German"));
        hindered("break", Verdict.NOT_READY);
        centre.busy("full");
        centre.ready("later", "never", "refused");
        long at = centre.now();
        centre.task("q").rejectedBy("refused", 30).waits();

        Explanation why = explained();

        assertThat(why.step()).isZero();
        assertThat(why.when()).isEqualTo("English");
        assertThat(why.stepSince()).isEqualTo(at);
        assertThat(why.stepEnds()).isEqualTo(at + 30_000);
        assertThat(told(why))
                .containsExactly(
                        "away NOT_LOGGED_IN 0",
                        "break NOT_READY 0",
                        "full CAPACITY_FULL 0",
                        "later STEP_NOT_REACHED 1",
                        "never NO_STEP_MATCHED -1",
                        "refused REJECTED_IT 0");
        assertThat(why.counts()).hasSize(6).containsEntry(Verdict.CAPACITY_FULL, 1);
        assertThat(why.candidates().get(2).held()).isOne();
        assertThat(why.candidates().get(2).capacity()).isOne();
        assertThat(why.candidates().get(5).notBefore()).isEqualTo(at + 30_000);
    }

    @Test
    void whyAnAgentMayNotTakeIsToldAsItIsKnown() {
        centre.agents("ann", "bob", "cid", "dan", "eve").queue("q", step("true"));
        hindered("ann", Verdict.INTERRUPTED);
        hindered("bob", Verdict.UNSURE);
        hindered("cid", Verdict.WRAPPING_UP);
        hindered("dan", Verdict.BUSY_ELSEWHERE);
        hindered("eve", null);
        centre.task("q").waits();

        assertThat(told(explained()))
                .containsExactly(
                        "ann INTERRUPTED 0",
                        "bob UNSURE 0",
                        "cid WRAPPING_UP 0",
                        "dan BUSY_ELSEWHERE 0",
                        "eve MAY_NOT_TAKE 0");
    }

    @Test
    void whoIsReadyAgainIsHinderedByNothing() {
        centre.agents("ann").queue("q", step("true"));
        hindered("ann", Verdict.INTERRUPTED);
        centre.busy("ann");
        centre.task("q").waits();

        assertThat(told(explained())).containsExactly("ann CAPACITY_FULL 0");
    }

    @Test
    void whileThePreferredAgentIsWaitedForOthersAreNot() {
        centre.agents("ann", "bob").queue("q", step("true"));
        centre.ready("bob");
        centre.busy("ann");
        long at = centre.now();
        centre.task("q").prefers("ann").waits();

        assertThat(told(explained())).containsExactly("ann CAPACITY_FULL 0", "bob ANOTHER_IS_PREFERRED 0");
        assertThat(explained().preference()).isEqualTo(new Preference("ann", Preferred.WAITED_FOR, at + 30_000));
    }

    @Test
    void aPreferredAgentWhoIsAwayIsToldAndAnotherTakesTheTask() {
        List<Explanation> seen = offers();
        centre.agents("ann", "bob").queue("q", step("true"));
        observe(seen);
        centre.ready("bob");
        centre.task("q").prefers("ann").waits();

        assertThat(seen).singleElement().satisfies(why -> {
            assertThat(told(why)).containsExactly("bob QUALIFIES 0", "ann NOT_LOGGED_IN 0");
            assertThat(why.preference().state()).isEqualTo(Preferred.AWAY);
        });
    }

    @Test
    void aPreferenceEnds() {
        centre.agents("ann", "bob").agent("cid", 1, Map.of("English", true)).queue("q", step("English"));
        centre.busy("ann");
        centre.busy("cid");
        centre.task("q").prefers("ann").waits();
        centre.task("q").prefers("cid").rejectedBy("cid", 5).waits();
        centre.task("q").prefers("cid").waits();
        centre.afterSeconds(30);

        assertThat(centre.router()
                        .explain("t1", centre.now() - 2_000)
                        .preference()
                        .state())
                .isEqualTo(Preferred.NO_STEP_MATCHED);
        assertThat(centre.router().explain("t2", centre.now()).preference().state())
                .isEqualTo(Preferred.REJECTED_IT);
        assertThat(centre.router().explain("t3", centre.now()).preference().state())
                .isEqualTo(Preferred.TIME_OVER);
    }

    @Test
    void anObserverSeesThoseWhoQualifiedInTheirOrderLongestAvailableFirst() {
        List<Explanation> seen = offers();
        centre.agents("ann", "bob", "cid").queue("q", step("true"));
        observe(seen);
        centre.ready("cid", "ann");

        centre.task("q").waits();

        assertThat(seen).singleElement().satisfies(why -> {
            assertThat(told(why)).containsExactly("cid QUALIFIES 0", "ann QUALIFIES 0", "bob NOT_LOGGED_IN 0");
            assertThat(why.candidates().get(0).availableSince())
                    .isLessThan(why.candidates().get(1).availableSince());
        });
        assertThat(explained()).isNull();
    }

    @Test
    void whoRejectedIsLeftOutOfTheNextOffer() {
        List<Explanation> seen = offers();
        centre.agents("ann", "bob").queue("q", step("true"));
        observe(seen);
        centre.ready("ann", "bob");
        centre.task("q").offered(1).rejectedBy("ann", 30).waits();

        assertThat(seen)
                .singleElement()
                .satisfies(why -> assertThat(told(why)).containsExactly("bob QUALIFIES 0", "ann REJECTED_IT 0"));
    }

    @Test
    void aStepThatWidensIsToldWithItsTime() {
        List<Explanation> seen = offers();
        centre.agent("ann", 1, Map.of("English", true))
                .agent("bob", 1, Map.of("German", true))
                .queue("q", step("English", 30), step("German"));
        observe(seen);
        centre.ready("bob");
        long at = centre.now();
        centre.task("q").waits();
        assertThat(told(explained())).containsExactly("ann NOT_LOGGED_IN 0", "bob STEP_NOT_REACHED 1");

        centre.afterSeconds(30);

        assertThat(seen).singleElement().satisfies(why -> {
            assertThat(why.step()).isOne();
            assertThat(why.steps()).isEqualTo(2);
            assertThat(why.when()).isEqualTo("German");
            assertThat(why.stepSince()).isEqualTo(at + 30_000);
            assertThat(told(why)).containsExactly("bob QUALIFIES 1", "ann NOT_LOGGED_IN 0");
        });
    }

    @Test
    void theSkillThatDecidedIsThere() {
        List<Explanation> seen = offers();
        centre.agent("ann", 1, Map.of("Broadband", 7))
                .agent("bob", 1, Map.of("Broadband", 9))
                .agent("cid", 1, Map.of("Broadband", 3))
                .queue("q", Selection.MOST_SKILLED, step("Broadband >= 5"));
        observe(seen);
        centre.ready("ann", "bob", "cid");
        centre.task("q").waits();

        assertThat(seen).singleElement().satisfies(why -> {
            assertThat(why.selection()).isEqualTo(Selection.MOST_SKILLED);
            assertThat(told(why)).containsExactly("bob QUALIFIES 0", "ann QUALIFIES 0");
            assertThat(why.candidates()).extracting(Candidate::skill).containsExactly(9, 7);
            assertThat(why.counts()).as("who can't be meant is counted").containsEntry(Verdict.NO_STEP_MATCHED, 1);
        });
    }

    @Test
    void ofVeryManyTheChosenOneIsListedAndTheOthersCounted() {
        List<Explanation> seen = offers();
        for (int i = 0; i < 3_000; i++) {
            centre.agents("a" + i);
        }
        centre.queue("q", step("true"));
        observe(seen);
        centre.ready("a2999", "a1", "a2");
        centre.task("q").waits();

        assertThat(seen).singleElement().satisfies(why -> {
            assertThat(why.candidates()).hasSize(Explainer.LISTED_AT_AN_OFFER);
            assertThat(why.candidates().get(0).agentId()).isEqualTo("a2999");
            assertThat(why.notLookedAt()).isEqualTo(3_000 - Explainer.MOST_AT_AN_OFFER);
            assertThat(why.counts().values().stream().mapToInt(count -> count).sum())
                    .isEqualTo(Explainer.MOST_AT_AN_OFFER);
        });
    }

    @Test
    void positionAndFiguresFollowTheOrderOfService() {
        centre.agents("ann", "bob").queue("q", step("true"));
        centre.busy("ann");
        centre.notReady("bob");
        centre.on(new RoutingEvent.HandlingSeen("q", "ann", 2, 120_000));
        centre.task("q").waits();
        centre.task("q").priority(5).waits();

        QueueView view = centre.router().queue("q", centre.now());
        assertThat(view.line()).containsExactly("t2", "t1");
        assertThat(List.of(view.agentsLoggedIn(), view.agentsReady(), view.agentsBusy()))
                .containsExactly(2, 0, 1);
        // The first of two takes 60 s, the second a little less: one of them may leave.
        assertThat(view.waits().seconds(1)).isCloseTo(60.0, within(0.1));
        assertThat(view.waits().seconds(2)).isCloseTo(114.6, within(0.1));
        assertThat(view.oldest()).isEqualTo(centre.now() - 2);
        assertThat(centre.router().queue("none", centre.now())).isNull();
    }

    private void hindered(String id, Verdict why) {
        centre.on(new RoutingEvent.AgentSeen(id, true, false, false, 0, 1, centre.now(), 0, why));
    }

    private Explanation explained() {
        return centre.router().explain("t1", centre.now());
    }

    private static List<Explanation> offers() {
        return new ArrayList<>();
    }

    private void observe(List<Explanation> seen) {
        centre.router().observe((task, agent, time) -> seen.add(centre.router().explainOffer(task, agent, time)));
    }

    private static List<String> told(Explanation why) {
        return why.candidates().stream()
                .map(one -> one.agentId() + " " + one.verdict() + " " + one.step())
                .toList();
    }
}

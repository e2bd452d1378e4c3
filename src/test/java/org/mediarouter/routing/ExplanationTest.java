package org.mediarouter.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.routing.ContactCentre.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.routing.Explanation.Candidate;
import org.mediarouter.routing.Explanation.Verdict;

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
        centre.notReady("break");
        centre.busy("full");
        centre.ready("later", "never", "refused");
        centre.task("q").rejectedBy("refused", 30).waits();

        Explanation why = centre.router().explain("t1", centre.now());

        assertThat(why.step()).isZero();
        assertThat(why.candidates())
                .containsExactly(
                        new Candidate("away", Verdict.NOT_LOGGED_IN, 0),
                        new Candidate("break", Verdict.MAY_NOT_TAKE, 0),
                        new Candidate("full", Verdict.CAPACITY_FULL, 0),
                        new Candidate("later", Verdict.STEP_NOT_REACHED, 1),
                        new Candidate("never", Verdict.NO_STEP_MATCHED, -1),
                        new Candidate("refused", Verdict.REJECTED_IT, 0));
    }

    @Test
    void whileThePreferredAgentIsWaitedForOthersAreNot() {
        centre.agents("ann", "bob").queue("q", step("true"));
        centre.ready("bob");
        centre.busy("ann");
        centre.task("q").prefers("ann").waits();

        assertThat(centre.router().explain("t1", centre.now()).candidates())
                .containsExactly(
                        new Candidate("ann", Verdict.CAPACITY_FULL, 0),
                        new Candidate("bob", Verdict.ANOTHER_IS_PREFERRED, 0));
    }

    @Test
    void anObserverSeesThoseWhoQualifiedInTheirOrder() {
        List<Explanation> seen = new ArrayList<>();
        centre.agents("ann", "bob", "cid").queue("q", step("true"));
        centre.ready("cid", "ann");
        centre.router().observe((task, agent, time) -> seen.add(centre.router().explain(task, time)));

        centre.task("q").waits();

        assertThat(seen)
                .singleElement()
                .satisfies(why -> assertThat(why.candidates())
                        .containsExactly(
                                new Candidate("cid", Verdict.QUALIFIES, 0),
                                new Candidate("ann", Verdict.QUALIFIES, 0),
                                new Candidate("bob", Verdict.NOT_LOGGED_IN, 0)));
        assertThat(centre.router().explain("t1", centre.now())).isNull();
    }

    @Test
    void positionAndFiguresFollowTheOrderOfService() {
        centre.agents("ann", "bob").queue("q", step("true"));
        centre.busy("ann");
        centre.notReady("bob");
        centre.on(new RoutingEvent.HandlingSeen("q", "ann", 2, 120_000));
        centre.task("q").waits();
        centre.task("q").priority(5).waits();

        assertThat(centre.router().position("t1", centre.now())).isEqualTo(new Position(2, 120.0));
        QueueView view = centre.router().queue("q", centre.now());
        assertThat(view.line()).containsExactly("t2", "t1");
        assertThat(List.of(view.agentsLoggedIn(), view.agentsReady(), view.agentsBusy()))
                .containsExactly(2, 0, 1);
        assertThat(view.secondsAPlace()).isEqualTo(60.0);
        assertThat(view.oldest()).isEqualTo(centre.now() - 2);
        assertThat(centre.router().position("t9", centre.now())).isNull();
        assertThat(centre.router().queue("none", centre.now())).isNull();
    }
}

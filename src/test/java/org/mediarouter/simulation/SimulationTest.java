package org.mediarouter.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.OnInterrupt;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Selection;
import org.mediarouter.routing.model.Step;

class SimulationTest {
    private static final Mrd VOICE = SmallCentre.mrd("voice", false, OnInterrupt.KEEP);

    private static SmallCentre oneAgent() {
        return new SmallCentre()
                .mrd(VOICE)
                .queue("q", "voice")
                .agent("a", Map.of("voice", 1))
                .works("a", 0, Long.MAX_VALUE);
    }

    @Test
    void whoComesWhileTheAgentTalksWaitsUntilHeIsDoneWithHisAfterWork() {
        SmallCentre centre = oneAgent().comes(10, "voice", "q", -1, 2, 30, 5).comes(20, "voice", "q", -1, 2, 30, 5);

        centre.simulation().runOut();

        assertThat(centre.story("t1"))
                .containsExactly("10 Entered q", "10 Offered a", "12 Answered", "42 WrapUpBegun", "47 Ended");
        assertThat(centre.story("t2"))
                .containsExactly("20 Entered q", "47 Offered a", "49 Answered", "79 WrapUpBegun", "84 Ended");
    }

    @Test
    void whoHasWaitedAsLongAsHeWillLeavesAndTheNextOneIsServed() {
        SmallCentre centre = oneAgent()
                .comes(0, "voice", "q", -1, 0, 100, 0)
                .comes(1, "voice", "q", 50, 0, 10, 0)
                .comes(2, "voice", "q", 500, 0, 10, 0);

        centre.simulation().runOut();

        assertThat(centre.story("t2")).containsExactly("1 Entered q", "51 Abandoned");
        assertThat(centre.story("t3")).containsExactly("2 Entered q", "100 Offered a", "100 Answered", "110 Ended");
    }

    @Test
    void whoLeavesAtOnceIsNotServedThoughSomebodyIsFree() {
        SmallCentre centre = oneAgent().comes(5, "voice", "q", 0, 0, 10, 0);

        centre.simulation().runOut();

        assertThat(centre.story("t1"))
                .containsExactly("5 Entered q", "5 Offered a", "5 OfferEnded WITHDRAWN", "5 Abandoned");
    }

    @Test
    void anOfferThatIsNotAnsweredInTimeGoesToAnotherAgentAndTheFirstStaysAway() {
        SmallCentre centre = oneAgent()
                .agent("b", Map.of("voice", 1))
                .works("b", 1, Long.MAX_VALUE)
                .comes(10, "voice", "q", -1, 40, 10, 0);

        centre.simulation().run(130_000);

        // Who takes 40 s to answer never answers within 30 s; each is away for half a minute.
        assertThat(centre.story("t1").subList(0, 6))
                .containsExactly(
                        "10 Entered q",
                        "10 Offered a",
                        "40 OfferEnded RONA",
                        "40 Offered b",
                        "70 OfferEnded RONA",
                        "70 Offered a");
    }

    @Test
    void atTheEndOfAShiftTheAgentFinishesWhatHeHasAndTakesNoMore() {
        SmallCentre centre = new SmallCentre()
                .mrd(VOICE)
                .queue("q", "voice")
                .agent("a", Map.of("voice", 1))
                .works("a", 0, 20)
                .works("a", 200, 300)
                .comes(10, "voice", "q", -1, 0, 30, 0)
                .comes(11, "voice", "q", -1, 0, 30, 0);

        centre.simulation().runOut();

        assertThat(centre.story("t1")).endsWith("40 Ended");
        assertThat(centre.story("t2")).containsExactly("11 Entered q", "200 Offered a", "200 Answered", "230 Ended");
    }

    @Test
    void aCallComesBeforeChatsWhichGoBackToTheirQueueWhereConfiguredSo() {
        SmallCentre centre = new SmallCentre()
                .mrd(VOICE)
                .mrd(SmallCentre.mrd("chat", true, OnInterrupt.REQUEUE))
                .queue("q", "voice")
                .queue("c", "chat")
                .agent("a", Map.of("voice", 1, "chat", 2))
                .works("a", 0, Long.MAX_VALUE)
                .comes(10, "chat", "c", -1, 0, 100, 0)
                .comes(20, "voice", "q", -1, 0, 50, 0);

        centre.simulation().runOut();

        assertThat(centre.story("t1"))
                .containsExactly(
                        "10 Entered c",
                        "10 Offered a",
                        "10 Answered",
                        "20 Left",
                        "20 Entered c",
                        "70 Offered a",
                        "70 Answered",
                        "170 Ended");
    }

    @Test
    void stepsPassAndTheQueueOverflowsInSimulatedTime() {
        PrecisionQueue narrow = new PrecisionQueue(
                "narrow",
                "voice",
                Selection.LONGEST_AVAILABLE,
                1,
                1,
                List.of(new Step("A", Duration.ofSeconds(30), null), new Step("B", Duration.ofSeconds(30), null)),
                null,
                "q",
                null,
                Duration.ofSeconds(30));
        SmallCentre centre = oneAgent()
                .queue(narrow)
                .comes(10, "voice", "narrow", -1, 0, 5, 0)
                .comes(11, "voice", "narrow", -1, 0, 5, 0);

        Simulation simulation = centre.simulation();
        simulation.runOut();

        assertThat(centre.story("t1"))
                .containsExactly("10 Entered narrow", "70 Entered q", "70 Offered a", "70 Answered", "75 Ended");
        assertThat(simulation.turnedAway()).containsExactly(Map.entry("narrow", 1L));
    }
}

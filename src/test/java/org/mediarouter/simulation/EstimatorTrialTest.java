package org.mediarouter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.CallFile;
import org.mediarouter.routing.FlowEstimator;
import org.mediarouter.routing.WaitEstimator.Situation;
import org.mediarouter.routing.WaitEstimator.Told;

class EstimatorTrialTest {
    private static final LocalDate DATE = LocalDate.of(1999, 2, 1);

    @Test
    void oursIsTheClosestOnTheShippedDay() {
        EstimatorTrial.Day day = EstimatorTrial.of(CallFile.shipped()).get(0);

        assertThat(day.waits()).isGreaterThan(600);
        double ours = day.errors().get("Media Router");
        day.errors().forEach((name, error) -> {
            if (!name.equals("Media Router")) {
                assertThat(error).as(name).isGreaterThan(ours);
            }
        });
    }

    @Test
    void theKnownEstimatorsSayWhatTheyAreDefinedToSay() {
        // One agent, from 0 to 300. The second waits 90 s, the third 80 s.
        List<Call> calls = List.of(
                new Call(DATE, 0, 0, "PS", 0, true, 100, "A"),
                new Call(DATE, 10, 0, "PS", 90, true, 100, "A"),
                new Call(DATE, 120, 0, "PS", 80, true, 100, "A"));

        EstimatorTrial.Day day = EstimatorTrial.of(calls).get(0);

        // When the second comes nothing has ended and there is no average. The third, at 120 with one call of 100 s
        // ended:
        // legacy 1 x 100 / 1 (20 off), the last waited 90 (10 off), nobody else waits (80 off).
        assertThat(day.waits()).isEqualTo(1);
        assertThat(day.errors().get("legacy")).isEqualTo(20);
        assertThat(day.errors().get("last to enter service")).isEqualTo(10);
        assertThat(day.errors().get("head of line")).isEqualTo(80);
    }

    @Test
    void oursBeginsWithTheLegacyRateAndLearnsHowTheLineReallyMoves() {
        FlowEstimator estimator = new FlowEstimator();
        Situation first = new Situation(1, 10, 100.0, 0, 0);
        assertThat(estimator.estimate(first).seconds()).isCloseTo(10, within(1e-9));

        // Somebody always waits, one is served every 30 s: three times as long as the averages say.
        long now = 0;
        estimator.begins(now);
        for (int i = 0; i < 1000; i++) {
            Told told = estimator.estimate(new Situation(1, 10, 100.0, 0, now));
            estimator.begins(now);
            now += 30_000;
            estimator.served(now, 30_000, told);
        }

        assertThat(estimator.estimate(new Situation(1, 10, 100.0, 0, now)).seconds())
                .isCloseTo(30, within(3.0));
    }

    @Test
    void nobodyCanSayWhereNobodyWorksOrNothingHasEnded() {
        assertThat(new FlowEstimator().estimate(new Situation(1, 0, 100.0, 0, 0)))
                .isNull();
        assertThat(new FlowEstimator().estimate(new Situation(1, 3, null, 0, 0)))
                .isNull();
    }
}

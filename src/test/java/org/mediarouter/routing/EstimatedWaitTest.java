package org.mediarouter.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mediarouter.task.QueueFigures;
import org.mediarouter.task.WaitForecast;

/** What a router tells of waits. */
class EstimatedWaitTest {
    private final ContactCentre centre = new ContactCentre();

    @Test
    void itLearnsFromTheWaitsThatItSees() {
        centre.agents("ann").queue("q", ContactCentre.step("true"));
        centre.busy("ann");
        // The averages say ten seconds; in truth one is served every thirty.
        centre.on(new RoutingEvent.HandlingSeen("q", "ann", 100, 1_000_000));
        centre.task("q").waits();
        assertThat(told("t1")).isCloseTo(10, within(0.1));

        for (int i = 1; i <= 1000; i++) {
            centre.afterSeconds(30);
            centre.on(centre.ready("ann", 0));
            centre.on(new RoutingEvent.TaskWorked("t" + i));
            centre.busy("ann");
            centre.task("q").waits();
        }

        assertThat(told("t1001")).isCloseTo(30, within(3.0));
        assertThat(centre.router().queue("q", centre.now()).waits().seconds(1)).isEqualTo(told("t1001"));
    }

    @Test
    void whoStandsFurtherBackWaitsLongerAndTheMoreMayLeaveTheLessSo() {
        WaitForecast patient = new WaitForecast(0, 1, 0.1, 0);
        WaitForecast impatient = new WaitForecast(0, 1, 0.1, 0.01);

        assertThat(patient.seconds(1)).isEqualTo(10);
        assertThat(patient.seconds(20)).isEqualTo(200);
        double exact = 0;
        for (int place = 1; place <= 200; place++) {
            exact += 1 / (0.1 + (place - 1) * 0.01);
            assertThat(impatient.seconds(place)).isCloseTo(exact, within(0.002 * exact));
        }
        assertThat(new WaitForecast(-50, 1, 0.1, 0).seconds(1)).isZero();
    }

    @Test
    void whoWouldComeNowWaitsForNothingWhereNobodyWaitsAndSomebodyIsFree() {
        WaitForecast waits = new WaitForecast(0, 1, 0.1, 0);

        assertThat(figures(List.of(), 1, waits).waitOfNext()).isEqualTo(0.0);
        assertThat(figures(List.of(), 0, waits).waitOfNext()).isEqualTo(10.0);
        assertThat(figures(List.of("t1", "t2"), 1, waits).waitOfNext()).isEqualTo(30.0);
        assertThat(figures(List.of("t1", "t2"), 1, null).waitOfNext()).isNull();
    }

    private static QueueFigures figures(List<String> line, int ready, @Nullable WaitForecast waits) {
        return new QueueFigures("q", "chat", line, null, 3, ready, 2, waits, Instant.EPOCH);
    }

    private double told(String taskId) {
        QueueView view = centre.router().queue("q", centre.now());
        return view.waits().seconds(view.line().indexOf(taskId) + 1);
    }
}

package org.mediarouter.chatserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.CallFile;
import org.mediarouter.arrivals.CallRoster;

class ReplayTest {
    private static final LocalDate DAY = LocalDate.of(1999, 2, 1);

    @Test
    void anAgentIsOnDutyFromTheFirstToTheLastCallAndAwayInLongGaps() {
        List<Call> calls =
                List.of(served(1000, 0, 100, "A"), served(1500, 20, 80, "A"), served(6000, 0, 60, "A"), hung(1200, 30));

        var presences = new CallRoster(calls).presences();

        assertThat(presences)
                .containsOnlyKeys("A")
                .containsEntry("A", List.of(new CallRoster.Presence(1000, 1600), new CallRoster.Presence(6000, 6060)));
    }

    @Test
    void afterWorkIsKnownWhereTheNextCallerHadWaited() {
        Call first = served(1000, 0, 100, "A");
        Call second = served(1050, 62, 80, "A");
        Call third = served(3000, 0, 60, "A");

        var afterWork = new CallRoster(List.of(first, second, third)).afterWork();

        assertThat(afterWork.get(first)).isEqualTo(Duration.ofSeconds(12));
        assertThat(afterWork.get(second)).isEqualTo(Duration.ofSeconds(CallRoster.USUAL_AFTER_WORK));
    }

    @Test
    void whoHungUpIsPatientForThatLongAndWhoWasServedWaits() {
        Replay replay = new Replay(List.of(served(3600, 5, 120, "A"), hung(3660, 30)), 60);

        List<Arrival> arrivals = replay.arrivals(CallMapping.DEFAULT);

        assertThat(arrivals.get(0).at()).isEqualTo(Duration.ofSeconds(60));
        assertThat(arrivals.get(0).patience()).isNull();
        assertThat(arrivals.get(0).handling()).isEqualTo(Duration.ofSeconds(2));
        assertThat(arrivals.get(0).hour()).isEqualTo(1);
        assertThat(arrivals.get(1).patience()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aReplayFromAnHourOnBeginsWithThoseAtWorkThen() {
        List<Call> calls = List.of(served(3000, 0, 100, "A"), served(3700, 0, 100, "A"), served(5000, 0, 50, "B"));

        Replay replay = new Replay(calls, 10).from(1);

        assertThat(replay.arrivals(CallMapping.DEFAULT)).hasSize(2).first().satisfies(arrival -> {
            assertThat(arrival.at()).isEqualTo(Duration.ofSeconds(10));
            assertThat(arrival.hour()).isEqualTo(1);
        });
        assertThat(replay.staff(DemoScenarios.callAgents()).get(1).shifts())
                .containsExactly(new AgentProfile.Shift(Duration.ofSeconds(140), Duration.ofSeconds(145)));
    }

    @Test
    void theShippedDayHasTheFiguresOfItsHours() {
        Replay replay = new Replay(CallFile.shipped(), 60);

        assertThat(replay.agentsNeeded())
                .isEqualTo(16)
                .isLessThanOrEqualTo(DemoScenarios.callAgents().size());
        HourOfData ten = replay.hours().stream()
                .filter(hour -> hour.hour() == 10)
                .findFirst()
                .orElseThrow();
        assertThat(ten.arrived()).isEqualTo(110);
        assertThat(ten.meanWait()).isCloseTo(41.8, within(0.2));
        assertThat(ten.abandoned()).isCloseTo(17 / 110.0, within(1e-9));
    }

    @Test
    void typesAndPrioritiesAreMapped() {
        CallMapping mapping =
                new CallMapping("chat", java.util.Map.of("NE", "broadband"), null, java.util.Map.of(2, 5));
        Call stocks = new Call(DAY, 1, 2, "NE", 0, true, 1, "A");

        assertThat(mapping.kindOf(stocks).queue()).isEqualTo("broadband");
        assertThat(mapping.kindOf(stocks).priority()).isEqualTo(5);
        assertThat(mapping.kindOf(served(1, 0, 1, "A")).queue()).isNull();
        assertThat(mapping.kindOf(served(1, 0, 1, "A")).priority()).isEqualTo(1);
        assertThat(CallMapping.DEFAULT.kindOf(stocks).attributes()).containsEntry("type", "NE");
    }

    private static Call served(int arrival, int waited, int service, String agent) {
        return new Call(DAY, arrival, 0, "PS", waited, true, service, agent);
    }

    private static Call hung(int arrival, int waited) {
        return new Call(DAY, arrival, 0, "PS", waited, false, 0, "");
    }
}

package org.mediarouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.routing.statistics.Statistics;
import org.mediarouter.routing.statistics.StatisticsEvent;
import org.mediarouter.routing.statistics.Subject;

class StatisticsCommandTest {

    @Test
    void aLineForEachQuarterOfAnHourAndOneForAll() {
        Statistics statistics = new Statistics(Statistics.QUARTER_HOUR, queue -> Duration.ofSeconds(20));
        statistics.on(new StatisticsEvent.Entered(0, "t1", "chat", "general", null));
        statistics.on(new StatisticsEvent.Answered(5_000, "t1", "1001"));
        statistics.on(new StatisticsEvent.Ended(65_000, "t1"));
        statistics.on(new StatisticsEvent.Entered(1_800_000, "t2", "chat", "general", null));
        statistics.on(new StatisticsEvent.Abandoned(1_860_000, "t2"));
        Subject queue = Subject.queue("general");
        long now = 3_600_000;
        JsonNode answered = new ObjectMapper()
                .valueToTree(Map.of(
                        "total", statistics.total(queue, now), "intervals", statistics.intervals(queue, 0, now, now)));

        String[] lines = new StatisticsText(ZoneOffset.UTC).of(answered).split("\n");

        assertThat(lines[1].split("\\s+"))
                .containsExactly(
                        "01-01", "00:00", "1", "1", "0", "0", "0", "0", "0", "5.0", "5.0", "60.0", "-", "100.0%", "-",
                        "-");
        assertThat(lines[2].split("\\s+"))
                .containsExactly(
                        "01-01", "00:30", "1", "0", "1", "0", "0", "0", "0", "-", "-", "-", "-", "0.0%", "-", "-");
        assertThat(lines[3].split("\\s+"))
                .containsExactly(
                        "all", "2", "1", "1", "0", "0", "0", "0", "5.0", "5.0", "60.0", "-", "50.0%", "-", "-");
    }

    @Test
    void anAgentsTimeReadyAndAtWorkOfTheTimeLoggedIn() {
        Statistics statistics = new Statistics(Statistics.QUARTER_HOUR, queue -> null);
        statistics.on(new StatisticsEvent.LoggedIn(0, "1001", "chat"));
        statistics.on(new StatisticsEvent.Ready(10_000, "1001", "chat"));
        statistics.on(new StatisticsEvent.Entered(20_000, "t1", "chat", "general", null));
        statistics.on(new StatisticsEvent.Answered(20_000, "t1", "1001"));
        statistics.on(new StatisticsEvent.Ended(45_000, "t1"));
        statistics.on(new StatisticsEvent.LoggedOut(100_000, "1001", "chat"));
        JsonNode answered =
                new ObjectMapper().valueToTree(Map.of("total", statistics.total(Subject.agent("1001"), 200_000)));

        String all =
                new StatisticsText(ZoneOffset.UTC).of(answered).lines().toList().get(1);

        assertThat(all).endsWith("90.0%      25.0%");
    }

    @Test
    void whoseFiguresHasToBeSaidAndANodeHasToAnswer() {
        assertThat(MediaRouter.execute("statistics")).isEqualTo(2);
        assertThat(MediaRouter.execute("statistics", "--queue=a", "--agent=b")).isEqualTo(2);
        assertThat(MediaRouter.execute("statistics", "--queue=a", "--from=yesterday"))
                .isEqualTo(2);
        assertThat(MediaRouter.execute("statistics", "--queue=a", "--node=http://127.0.0.1:1"))
                .isEqualTo(1);
    }
}

package org.mediarouter.routing.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mediarouter.routing.model.ServiceLevelType;
import org.mediarouter.routing.statistics.StatisticsEvent.Abandoned;
import org.mediarouter.routing.statistics.StatisticsEvent.Answered;
import org.mediarouter.routing.statistics.StatisticsEvent.Ended;
import org.mediarouter.routing.statistics.StatisticsEvent.Entered;
import org.mediarouter.routing.statistics.StatisticsEvent.Joined;
import org.mediarouter.routing.statistics.StatisticsEvent.LoggedIn;
import org.mediarouter.routing.statistics.StatisticsEvent.LoggedOut;
import org.mediarouter.routing.statistics.StatisticsEvent.NotReady;
import org.mediarouter.routing.statistics.StatisticsEvent.OfferEnded;
import org.mediarouter.routing.statistics.StatisticsEvent.Offered;
import org.mediarouter.routing.statistics.StatisticsEvent.Ready;
import org.mediarouter.routing.statistics.StatisticsEvent.Transferred;
import org.mediarouter.routing.statistics.StatisticsEvent.Why;
import org.mediarouter.routing.statistics.StatisticsEvent.WrapUpBegun;

/** Figures worked out by hand. Times in the stories are seconds. */
class StatisticsTest {

    private static final long QUARTER = 900;
    private static final Subject GENERAL = Subject.queue("general");
    private static final Subject ALICE = Subject.agent("alice");

    private final Statistics statistics = new Statistics(Statistics.QUARTER_HOUR, queue -> Duration.ofSeconds(20));

    @Test
    void serviceLevelByTheThreeFormulas() {
        // Ten tasks: 6 answered within 20 s, 1 answered after, 2 abandoned within, 1 abandoned after.
        for (int i = 0; i < 6; i++) {
            enter(0, "in" + i);
            answer(10, "in" + i);
        }
        enter(0, "late");
        answer(21, "late");
        for (int i = 0; i < 2; i++) {
            enter(0, "gone" + i);
            abandon(5, "gone" + i);
        }
        enter(0, "patient");
        abandon(50, "patient");
        ServiceLevels level = total(GENERAL, 100).serviceLevel();
        assertThat(level).isEqualTo(new ServiceLevels(6, 2, 10));
        assertThat(level.by(ServiceLevelType.IGNORE_ABANDONED)).isEqualTo(6 / 8.0);
        assertThat(level.by(ServiceLevelType.ABANDONED_NEGATIVE)).isEqualTo(0.6);
        assertThat(level.by(ServiceLevelType.ABANDONED_POSITIVE)).isEqualTo(0.8);
    }

    @Test
    void exactlyTheThresholdIsWithinIt() {
        enter(0, "t");
        answer(20, "t");
        assertThat(total(GENERAL, 100).serviceLevel()).isEqualTo(new ServiceLevels(1, 0, 1));
    }

    @Test
    void aTaskCountsInTheIntervalOfTheFirstOfAnswerAbandonmentThreshold() {
        enter(QUARTER - 10, "answered after the quarter, within the threshold");
        answer(QUARTER + 5, "answered after the quarter, within the threshold");
        enter(QUARTER - 30, "threshold before the quarter");
        answer(QUARTER + 5, "threshold before the quarter");
        enter(QUARTER - 10, "threshold after the quarter");
        answer(QUARTER * 3, "threshold after the quarter");
        enter(QUARTER - 1, "gone");
        abandon(QUARTER + 1, "gone");
        List<Figures> quarters = statistics.intervals(GENERAL, 0, QUARTER * 4000, QUARTER * 4000);
        assertThat(quarters).extracting(Figures::from).containsExactly(0L, QUARTER * 1000, QUARTER * 3000);
        assertThat(quarters.get(0).serviceLevel()).isEqualTo(new ServiceLevels(0, 0, 1));
        assertThat(quarters.get(1).serviceLevel()).isEqualTo(new ServiceLevels(1, 1, 3));
        assertThat(quarters.get(2).serviceLevel()).isEqualTo(new ServiceLevels(0, 0, 0));
        assertThat(quarters).extracting(Figures::offered).containsExactly(4L, 0L, 0L);
        assertThat(quarters).extracting(Figures::answered).containsExactly(0L, 2L, 1L);
    }

    @Test
    void whatStillWaitsCountsWhenItsThresholdHasPassed() {
        enter(0, "t");
        assertThat(total(GENERAL, 20).serviceLevel().offered()).isZero();
        assertThat(total(GENERAL, 21).serviceLevel()).isEqualTo(new ServiceLevels(0, 0, 1));
        assertThat(total(GENERAL, 22).serviceLevel()).isEqualTo(new ServiceLevels(0, 0, 1));
        answer(30, "t");
        assertThat(total(GENERAL, 40).serviceLevel()).isEqualTo(new ServiceLevels(0, 0, 1));
    }

    @Test
    void ronaAndRejectionGoOnWithTheSameWait() {
        enter(0, "t");
        statistics.on(new Offered(1000, "t", "bob"));
        statistics.on(new OfferEnded(4000, "t", "bob", Why.RONA));
        statistics.on(new Offered(4000, "t", "carol"));
        statistics.on(new OfferEnded(6000, "t", "carol", Why.REJECTED));
        statistics.on(new Offered(6000, "t", "alice"));
        answer(8, "t");
        Figures queue = total(GENERAL, 100);
        assertThat(queue.offered()).isOne();
        assertThat(queue.rona()).isOne();
        assertThat(queue.rejected()).isOne();
        assertThat(queue.answerWaits().mean()).isEqualTo(8);
        assertThat(total(Subject.agent("bob"), 100).rona()).isOne();
        assertThat(total(Subject.agent("carol"), 100).rejected()).isOne();
        assertThat(total(ALICE, 100).answered()).isOne();
        assertThat(total(Subject.mrd("chat"), 100).answered()).isOne();
    }

    @Test
    void handlingHasTheWrapUpInItAndOccupancyIsTimeAtWork() {
        statistics.on(new LoggedIn(0, "alice", "chat"));
        statistics.on(new Ready(0, "alice", "chat"));
        enter(10, "a");
        answer(10, "a");
        enter(20, "b");
        answer(20, "b");
        statistics.on(new WrapUpBegun(40_000, "a"));
        statistics.on(new Ended(50_000, "a"));
        statistics.on(new Ended(60_000, "b"));
        statistics.on(new NotReady(70_000, "alice", "chat"));
        statistics.on(new LoggedOut(100_000, "alice", "chat"));
        Figures alice = total(ALICE, 200);
        assertThat(alice.handling()).isEqualTo(new Spread(2, 2, 40, 40, 40, 40, 40));
        assertThat(alice.wrapUp().sum()).isEqualTo(10);
        assertThat(alice.loggedIn()).isEqualTo(100);
        assertThat(alice.ready()).isEqualTo(70);
        assertThat(alice.working()).as("two at once are one time at work").isEqualTo(50);
        assertThat(alice.occupancy()).isEqualTo(0.5);
        assertThat(total(Subject.mrd("chat"), 200).occupancy()).isEqualTo(0.5);
    }

    @Test
    void presenceIsSplitAtTheQuarter() {
        statistics.on(new LoggedIn(800_000, "alice", "chat"));
        List<Figures> quarters = statistics.intervals(ALICE, 0, Long.MAX_VALUE, 1_900_000);
        assertThat(quarters).extracting(Figures::loggedIn).containsExactly(100.0, 900.0, 100.0);
    }

    @Test
    void transfersAndConference() {
        enter(0, "t");
        answer(0, "t");
        statistics.on(new Joined(5000, "t", "dave"));
        statistics.on(new Transferred(10_000, "t", "alice", "bob"));
        statistics.on(new Entered(40_000, "t", "chat", "experts", "bob"));
        assertThat(total(ALICE, 100).transferredOut()).isOne();
        assertThat(total(ALICE, 100).handling().mean()).isEqualTo(10);
        assertThat(total(Subject.agent("bob"), 100).transferredIn()).isOne();
        assertThat(total(Subject.agent("bob"), 100).transferredOut()).isOne();
        assertThat(total(Subject.agent("dave"), 100).handling().mean()).isEqualTo(35);
        assertThat(total(GENERAL, 100).transferredOut()).isOne();
        assertThat(total(GENERAL, 100).handling().count()).as("the owners'").isEqualTo(2);
        assertThat(total(Subject.queue("experts"), 100).transferredIn()).isOne();
        assertThat(total(Subject.queue("experts"), 100).offered()).isOne();
        assertThat(total(Subject.mrd("chat"), 100).transferredOut()).isEqualTo(2);
    }

    @Test
    void overflowLeavesTheFirstQueueWithoutAnAnswer() {
        enter(0, "t");
        statistics.on(new Entered(30_000, "t", "chat", "experts", null));
        answer(31, "t");
        assertThat(total(GENERAL, 100).overflowed()).isOne();
        assertThat(total(GENERAL, 100).serviceLevel()).isEqualTo(new ServiceLevels(0, 0, 1));
        assertThat(total(Subject.queue("experts"), 100).answerWaits().mean()).isOne();
    }

    @Test
    void percentilesOfWaits() {
        for (int i = 1; i <= 100; i++) {
            enter(0, "t" + i);
        }
        for (int i = 1; i <= 100; i++) {
            answer(i, "t" + i);
        }
        Spread waits = total(GENERAL, 200).waits();
        assertThat(waits.mean()).isEqualTo(50.5);
        assertThat(waits.p50()).isCloseTo(50, within(0.05));
        assertThat(waits.p90()).isCloseTo(90, within(0.09));
        assertThat(waits.p99()).isCloseTo(99, within(0.099));
        assertThat(waits.max()).isEqualTo(100);
    }

    @Test
    void aReplayGivesTheSameFiguresWhateverWasAskedMeanwhile() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("StatisticsTest seed " + seed);
        Random random = new Random(seed);
        List<StatisticsEvent> events = new ArrayList<>();
        long time = 0;
        for (int i = 0; i < 5_000; i++) {
            time += random.nextInt(3_000);
            events.add(random(random, time));
        }
        Statistics again = new Statistics(Statistics.QUARTER_HOUR, queue -> Duration.ofSeconds(20));
        for (StatisticsEvent event : events) {
            statistics.on(event);
            again.on(event);
            if (random.nextInt(50) == 0) {
                again.total(GENERAL, event.time());
            }
        }
        assertThat(again.subjects()).isEqualTo(statistics.subjects());
        for (Subject subject : statistics.subjects()) {
            List<Figures> quarters = statistics.intervals(subject, 0, Long.MAX_VALUE, time);
            assertThat(again.intervals(subject, 0, Long.MAX_VALUE, time)).isEqualTo(quarters);
            Figures total = statistics.total(subject, time);
            assertThat(quarters.stream().mapToLong(Figures::offered).sum()).isEqualTo(total.offered());
            assertThat(total.working())
                    .isCloseTo(quarters.stream().mapToDouble(Figures::working).sum(), within(0.001));
        }
    }

    private static StatisticsEvent random(Random random, long time) {
        String task = "t" + random.nextInt(40);
        String agent = "a" + random.nextInt(5);
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Entered(time, task, "chat", random.nextBoolean() ? "general" : "experts", null);
            case 2, 3 -> new Answered(time, task, agent);
            case 4 -> new Abandoned(time, task);
            case 5 -> new Ended(time, task);
            case 6 -> new LoggedIn(time, agent, "chat");
            case 7 -> new Ready(time, agent, "chat");
            default -> new LoggedOut(time, agent, "chat");
        };
    }

    private Figures total(Subject subject, long seconds) {
        return statistics.total(subject, seconds * 1000);
    }

    private void enter(long seconds, String task) {
        statistics.on(new Entered(seconds * 1000, task, "chat", "general", null));
    }

    private void answer(long seconds, String task) {
        statistics.on(new Answered(seconds * 1000, task, "alice"));
    }

    private void abandon(long seconds, String task) {
        statistics.on(new Abandoned(seconds * 1000, task));
    }
}

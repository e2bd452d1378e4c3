package org.mediarouter.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediarouter.agent.OutsideState;

/** What is read, heard and found by commands, in whatever order it comes. */
class KnownStateTest {
    private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");

    private final List<OutsideState> reports = new ArrayList<>();
    private final KnownState state = new KnownState(
            "1001",
            new Tools(
                    null,
                    null,
                    null,
                    (agent, said) -> reports.add(said),
                    new Counts(),
                    Clock.fixed(NINE, ZoneOffset.UTC)));

    private static FinesseUser user(String name, int second) {
        return new FinesseUser("1001", name, NINE.plusSeconds(second), "", null, "2001");
    }

    @Test
    void whatACommandFoundIsNotReportedTwice() {
        state.learn(user("READY", 1));
        state.heard(user("READY", 1));
        assertThat(reports).isEmpty();
        assertThat(state.doubted()).isFalse();
    }

    @Test
    void whatACommandFoundDoesNotTakeThePlaceOfWhatWasHeardLater() {
        state.heard(user("NOT_READY", 2));
        state.learn(user("LOGOUT", 1));
        assertThat(state.out()).isFalse();
        assertThat(state.doubted()).isTrue();
        state.readingBegins();
        state.readingEnds(user("NOT_READY", 2));
        assertThat(reports).hasSize(1);
        assertThat(user("LOGOUT", 1).outcome().read())
                .as("the record, too, keeps the later")
                .isFalse();
    }

    @Test
    void aReadingThatIsOlderThanACommandGivesWayToIt() {
        state.readingBegins();
        state.learn(user("NOT_READY", 2));
        state.readingEnds(user("LOGOUT", 1));
        assertThat(reports.get(reports.size() - 1).loggedIn()).isTrue();
        assertThat(state.out()).isFalse();
    }

    @Test
    void theFirstReadingAfterACommandIsReportedWhateverItSays() {
        state.learn(user("NOT_READY", 1));
        for (int i = 0; i < 3; i++) {
            state.readingBegins();
            state.readingEnds(user("NOT_READY", 1));
        }
        assertThat(reports).hasSize(1);
    }

    @Test
    void whatIsHeardWhileItIsReadComesAfterIfItIsLater() {
        state.readingBegins();
        state.heard(user("READY", 1));
        state.heard(user("TALKING", 3));
        state.readingEnds(user("NOT_READY", 2));
        assertThat(reports).extracting(OutsideState::since).containsExactly(NINE.plusSeconds(2), NINE.plusSeconds(3));
    }

    @Test
    void aSignOutThatIsHeardIsLookedInto() {
        state.heard(user("READY", 1));
        state.heard(user("LOGOUT", 2));
        assertThat(state.out()).isTrue();
        assertThat(state.doubted()).isTrue();
    }

    @Test
    void anOlderNotificationChangesNothing() {
        state.heard(user("READY", 2));
        state.heard(user("LOGOUT", 1));
        assertThat(reports).hasSize(1);
        assertThat(state.out()).isFalse();
    }
}

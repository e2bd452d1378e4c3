package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediarouter.agent.SignInLine;
import org.mediarouter.agent.SignInLine.Detour;

class ClusterSignInLineIT {
    private static ClusterNode node;
    private SignInLine line;

    @BeforeAll
    static void start() {
        node = Scene.cluster(1).get(0);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void aLine() {
        line = node.signInLine();
    }

    @AfterEach
    void nothingIsLeftOpen() {
        node.hazelcast().getMap(Lane.MAP).clear();
        node.hazelcast().getMap(OpenSignIn.MAP).clear();
        node.hazelcast().getMap(Loading.MAP).clear();
    }

    @Test
    void isFilledOnceWithWhatIsOnItsWay() {
        // given
        SignInLine.Open connect = new SignInLine.Open("connect", List.of("1001"), new Detour("1001", Set.of()));
        // when
        line.begin(() -> List.of(connect));
        line.begin(() -> {
            throw new AssertionError("asked again");
        });
        // then
        assertThat(line.follow("ready", List.of("1001"), false)).isEqualTo(new Detour("1001", Set.of()));
        assertThat(line.follow("stranger", List.of("1003"), false)).isNull();
        assertThat(line.handled(Set.of("connect"))).isFalse();
    }

    @Test
    void isLeftByNobodyWhileNothingIsOpen() {
        assertThat(line.follow("m1", List.of("1001"), false)).isNull();
        assertThat(line.follow("m2", List.of("1001", "task-1"), false)).isNull();
        assertThat(line.follow("m3", List.of(), false)).isNull();
    }

    @Test
    void opensALaneOfTheAgentsOwn() {
        assertThat(line.follow("connect", List.of("1001"), true)).isEqualTo(new Detour("1001", Set.of()));
        assertThat(line.follow("other", List.of("1002"), true)).isEqualTo(new Detour("1002", Set.of()));
        assertThat(line.follow("stranger", List.of("1003"), false)).isNull();
    }

    @Test
    void takesLaterMessagesOfTheAgentAlongUntilAllAreClosed() {
        // given
        line.follow("connect", List.of("1001"), true);
        assertThat(line.follow("ready", List.of("1001"), false)).isEqualTo(new Detour("1001", Set.of()));
        // when
        line.close("connect", List.of("1001"));
        assertThat(line.follow("pause", List.of("1001"), false)).isEqualTo(new Detour("1001", Set.of()));
        line.close("ready", List.of("1001"));
        line.close("pause", List.of("1001"));
        // then
        assertThat(line.follow("later", List.of("1001"), false)).isNull();
        assertThat(node.hazelcast().getMap(Lane.MAP).isEmpty()).isTrue();
        assertThat(node.hazelcast().getMap(OpenSignIn.MAP).isEmpty()).isTrue();
    }

    @Test
    void takesAlongWhatNamesATaskThatSuchAMessageNamed() {
        // given
        line.follow("connect", List.of("1001"), true);
        line.follow("accept", List.of("1001", "task-1"), false);
        // then
        assertThat(line.follow("close", List.of("task-1"), false)).isEqualTo(new Detour("1001", Set.of()));
        assertThat(line.follow("other", List.of("task-2"), false)).isNull();
    }

    @Test
    void mergesLanesAndNamesWhatMustBeHandledBefore() {
        // given
        line.follow("connect-1", List.of("1001"), true);
        line.follow("connect-2", List.of("1002"), true);
        line.follow("login-2", List.of("1002"), true);
        // when
        Detour transfer = line.follow("transfer", List.of("1001", "1002", "task-1"), false);
        // then
        assertThat(transfer).isEqualTo(new Detour("1001", Set.of("connect-2", "login-2")));
        assertThat(line.follow("ready-2", List.of("1002"), false)).isEqualTo(new Detour("1001", Set.of()));
        assertThat(line.follow("pause", List.of("task-1"), false)).isEqualTo(new Detour("1001", Set.of()));
    }

    @Test
    void mergesAMergedLaneWithAThird() {
        // given
        line.follow("connect-1", List.of("1001"), true);
        line.follow("connect-2", List.of("1002"), true);
        line.follow("connect-3", List.of("1003"), true);
        line.follow("both", List.of("1001", "1002"), false);
        // when
        Detour third = line.follow("third", List.of("1003", "1002"), false);
        // then
        assertThat(third).isEqualTo(new Detour("1003", Set.of("connect-2", "both")));
    }

    @Test
    void givesTheSameAnswerAgainThoughTheOthersHaveBeenClosed() {
        // given
        line.follow("connect-1", List.of("1001"), true);
        line.follow("connect-2", List.of("1002"), true);
        Detour first = line.follow("both", List.of("1001", "1002"), false);
        // when
        line.close("connect-1", List.of("1001"));
        line.close("connect-2", List.of("1002"));
        // then
        assertThat(line.follow("both", List.of("1001", "1002"), false)).isEqualTo(first);
    }

    @Test
    void completesAnAnswerThatWasCutShort() {
        // given
        line.follow("connect-1", List.of("1001"), true);
        line.follow("connect-2", List.of("1002"), true);
        Detour first = line.follow("both", List.of("1001", "1002"), false);
        node.hazelcast().<String, Lane>getMap(Lane.MAP).set("1002", new Lane("1002", List.of("connect-2")));
        // when
        Detour again = line.follow("both", List.of("1001", "1002"), false);
        // then
        assertThat(again).isEqualTo(first);
        assertThat(line.follow("next", List.of("1002"), false)).isEqualTo(new Detour("1001", Set.of()));
    }

    @Test
    void knowsWhatHasBeenHandled() {
        // given
        line.follow("connect-1", List.of("1001"), true);
        line.follow("connect-2", List.of("1002"), true);
        Set<String> both = Set.of("connect-1", "connect-2");
        assertThat(line.handled(both)).isFalse();
        // when
        line.markHandled("connect-1", List.of("1001"));
        assertThat(line.handled(both)).isFalse();
        line.close("connect-2", List.of("1002"));
        // then
        assertThat(line.handled(both)).isTrue();
        assertThat(line.handled(Set.of())).isTrue();
        assertThat(line.handled(Set.of("unheard-of"))).isTrue();
        assertThat(line.follow("ready", List.of("1001"), false)).isNotNull();
    }

    @Test
    void closingTwiceOrWhatIsUnknownDoesNothing() {
        // given
        line.follow("connect", List.of("1001"), true);
        line.follow("ready", List.of("1001"), false);
        // when
        line.close("connect", List.of("1001"));
        line.close("connect", List.of("1001"));
        line.close("unheard-of", List.of("1001", "1002"));
        line.markHandled("connect", List.of("1001"));
        // then
        assertThat(line.follow("next", List.of("1001"), false)).isEqualTo(new Detour("1001", Set.of()));
        assertThat(line.handled(Set.of("connect"))).isTrue();
    }
}

package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediarouter.cluster.Scene.NOON;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.Attendance;
import org.mediarouter.agent.AttendanceLog;
import org.mediarouter.cluster.database.Database;
import org.mediarouter.cluster.database.DatabaseSettings;
import org.mediarouter.cluster.database.PostgreSqlServer;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.Unavailable;
import org.mediarouter.task.Archive;
import org.mediarouter.task.TaskOperation.Asked;
import org.mediarouter.task.TaskOperation.MakeOffer;
import org.mediarouter.task.TaskResult;

/** What was saved is there after everything has stopped at once, in either database. */
class DurabilityIT {
    private static PostgreSqlServer postgreSql;

    @TempDir
    Path directory;

    @BeforeAll
    static void startPostgreSql() throws Exception {
        postgreSql = PostgreSqlServer.start();
    }

    @AfterAll
    static void stopPostgreSql() throws Exception {
        postgreSql.close();
    }

    enum Store {
        H2,
        POSTGRESQL
    }

    private DatabaseSettings settings(Store store) {
        return store == Store.H2 ? DatabaseSettings.file(directory) : postgreSql.settings();
    }

    private static ClusterNode crashAndRestart(ClusterNode node, DatabaseSettings settings) {
        node.terminate();
        return Scene.node(settings);
    }

    @ParameterizedTest
    @EnumSource
    void agentsAndTasksAreAsTheyWereAndOperationsThatComeAgainAreKnown(Store store) {
        // given
        String alice = "alice-" + store;
        ClusterNode node = Scene.node(settings(store));
        Scene.ready(node.agents(), alice, "chat", 3);
        node.tasks().apply("new", "t-" + store, Scene.create("chat", "sales"), NOON);
        node.tasks().apply("offer", "t-" + store, new MakeOffer(alice, 1, NOON.plusSeconds(30)), NOON);
        TaskResult accepted = node.tasks().apply("accept", "t-" + store, Scene.ask(Asked.ACTIVE, alice), NOON);
        node.save();
        var agent = node.agents().get(alice);
        var task = node.tasks().get("t-" + store);
        // when
        node = crashAndRestart(node, settings(store));
        // then
        try {
            assertThat(node.agents().get(alice)).isEqualTo(agent);
            assertThat(node.tasks().get("t-" + store)).isEqualTo(task);
            assertThat(node.tasks().open("chat")).contains(task);
            assertThat(node.agents().inMrd("chat")).contains(agent);
            assertThat(node.tasks().apply("accept", "t-" + store, Scene.ask(Asked.ACTIVE, alice), NOON.plusSeconds(9)))
                    .isEqualTo(accepted);
            assertThat(node.tasks().get("t-" + store)).isEqualTo(task);
        } finally {
            node.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNotSavedWasNotAcknowledgedEither(Store store) {
        // given
        String bob = "bob-" + store;
        ClusterNode node = Scene.node(settings(store));
        Scene.ready(node.agents(), bob, "chat", 3);
        node.save();
        node.agents().apply("pause", bob, new AgentOperation.AskReadiness("chat", false, null), NOON);
        // when
        node = crashAndRestart(node, settings(store));
        // then
        try {
            assertThat(node.agents().get(bob).stateIn("chat")).isEqualTo(AgentStateName.READY);
        } finally {
            node.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void closedTasksRequestsReasonsAndConfigurationsAreRemembered(Store store) {
        // given
        String task = "closed-" + store;
        ClusterNode node = Scene.node(settings(store));
        Instant now = Instant.now();
        node.tasks().claimRequest("chat-server", "r-" + store, task);
        node.tasks().apply("new", task, Scene.create("chat", "sales"), now);
        node.archive().keep(List.of(new Archive.Reasons(task, 1, "because")));
        node.tasks().apply("close", task, Scene.ask(Asked.CLOSED, null), now);
        long next = node.configurations().last() == null
                ? 1
                : node.configurations().last().number() + 1;
        ConfigurationVersion version = new ConfigurationVersion(next, "queues: []", "me", now, "", Map.of());
        assertThat(node.configurations().add(version)).isTrue();
        node.save();
        // when
        node = crashAndRestart(node, settings(store));
        // then
        try {
            assertThat(node.tasks().open("chat")).noneMatch(open -> open.id().equals(task));
            assertThat(node.tasks().get(task).state()).isEqualTo(TaskStateName.CLOSED);
            assertThat(node.tasks().requested("chat-server", "r-" + store)).isEqualTo(task);
            assertThat(node.archive().reasons(task)).containsExactly("because");
            assertThat(node.archive().endedSince(now.minusSeconds(60)))
                    .anyMatch(ended -> ended.id().equals(task));
            assertThat(node.configurations().last()).isEqualTo(version);
            assertThat(node.configurations().add(version.withoutText())).isFalse();
            node.forget(now.plus(Duration.ofDays(9)), Duration.ofDays(7));
            assertThat(node.archive().endedSince(Instant.EPOCH)).isEmpty();
            assertThat(node.archive().reasons(task)).isEmpty();
        } finally {
            node.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void attendanceIsKeptOnceForEachChangeAndTheLastOfAllIsNeverForgotten(Store store) {
        // given
        String carol = "carol-" + store;
        ClusterNode node = Scene.node(settings(store));
        Scene.ready(node.agents(), carol, "chat", 3);
        node.save();
        AgentOperation pause = new AgentOperation.AskReadiness("chat", false, null);
        node.agents().apply("pause", carol, pause, NOON.plusSeconds(60));
        node.save();
        // when: the message comes again, after a crash; and one that changes nothing of it
        node = crashAndRestart(node, settings(store));
        try {
            node.agents().apply("pause", carol, pause, NOON.plusSeconds(70));
            node.save();
            node.agents().apply("connect-again", carol, Scene.connect(), NOON.plusSeconds(80));
            node.save();
            // then
            AttendanceLog.Change ready = new AttendanceLog.Change(carol, "chat", Attendance.READY, NOON);
            AttendanceLog.Change paused =
                    new AttendanceLog.Change(carol, "chat", Attendance.NOT_READY, NOON.plusSeconds(60));
            assertThat(attendance(node, carol, NOON)).containsExactlyInAnyOrder(ready, paused);
            assertThat(attendance(node, carol, NOON.plusSeconds(1))).containsExactlyInAnyOrder(ready, paused);
            assertThat(attendance(node, carol, NOON.plusSeconds(61))).containsExactly(paused);
            node.forget(NOON.plus(Duration.ofDays(9)), Duration.ofDays(7));
            assertThat(attendance(node, carol, NOON)).containsExactly(paused);
        } finally {
            node.close();
        }
    }

    private static List<AttendanceLog.Change> attendance(ClusterNode node, String agent, Instant since) {
        return node.attendance().since(since).stream()
                .filter(change -> change.agentId().equals(agent))
                .toList();
    }

    @Test
    void aNodeThatHangsWithinATransactionKeepsItsRowsFromNobodyForLong() throws Exception {
        // given
        ClusterNode node = Scene.node(postgreSql.settings());
        Scene.ready(node.agents(), "dave", "chat", 3);
        node.save();
        try (Database hanging = Database.open(postgreSql.settings())) {
            CountDownLatch within = new CountDownLatch(1);
            CountDownLatch goesOn = new CountDownLatch(1);
            FutureTask<Integer> hung = new FutureTask<>(() -> hanging.transaction(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("select * from agents for update");
                    within.countDown();
                    await(goesOn);
                    return statement.executeUpdate("delete from agents");
                }
            }));
            new Thread(hung).start();
            within.await();
            // when
            node.agents().apply("pause", "dave", new AgentOperation.AskReadiness("chat", false, null), NOON);
            node.save();
            // then: what the hanging one had begun has never been
            goesOn.countDown();
            assertThatThrownBy(hung::get).hasCauseInstanceOf(Unavailable.class);
            node = crashAndRestart(node, postgreSql.settings());
            assertThat(node.agents().get("dave").stateIn("chat")).isEqualTo(AgentStateName.NOT_READY);
        } finally {
            node.close();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingIsSavedWhileTheDatabaseIsAwayAndAllOfItWhenItIsBack() throws IOException, InterruptedException {
        // given
        ClusterNode node = Scene.node(postgreSql.settings());
        Scene.ready(node.agents(), "carol", "chat", 3);
        postgreSql.down();
        // then
        assertThatThrownBy(node::save)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("jdbc:postgresql")
                .hasMessageContaining("doesn't answer");
        assertThatThrownBy(node::probe).isInstanceOf(Unavailable.class);
        // when
        postgreSql.up();
        node.save();
        node = crashAndRestart(node, postgreSql.settings());
        // then
        try {
            assertThat(node.agents().get("carol").stateIn("chat")).isEqualTo(AgentStateName.READY);
        } finally {
            node.close();
        }
    }

    @Test
    void aDatabaseThatCannotBeUsedIsNamedWithoutItsPassword() {
        DatabaseSettings nowhere =
                new DatabaseSettings("jdbc:postgresql://127.0.0.1:9/none?password=secret", "me", "secret");
        assertThatThrownBy(() -> Scene.node(nowhere))
                .isInstanceOf(ClusterStartException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:9/none")
                .hasMessageNotContaining("secret");
    }
}

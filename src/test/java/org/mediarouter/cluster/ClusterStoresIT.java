package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.cluster.Scene.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.Destination;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.QueueFigures;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskOperation.Asked;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;
import org.mediarouter.task.WaitForecast;

/** The stores on one node. Each test has agents, tasks, MRDs and queues of its own. */
class ClusterStoresIT {
    private static ClusterNode node;

    @BeforeAll
    static void start() {
        node = Scene.cluster(1).get(0);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void givesTheSameOperationTheSameResultAndOneEffect() {
        // given
        Scene.ready(node.agents(), "1001", "chat", 2);
        AgentOperation hold = new AgentOperation.Hold("chat", "t-1", TaskStateName.RESERVED, 1);
        // when
        AgentResult first = node.agents().apply("op", "1001", hold, NOON.plusSeconds(1));
        AgentRecord after = node.agents().get("1001");
        AgentResult again = node.agents().apply("op", "1001", hold, NOON.plusSeconds(99));
        // then
        assertThat(again).isEqualTo(first);
        assertThat(first.changes()).hasSize(1);
        assertThat(node.agents().get("1001")).isEqualTo(after);
    }

    @Test
    void repeatsARefusalThoughItWouldBeGrantedNow() {
        // given
        node.agents().apply("1002-connect", "1002", Scene.connect(), NOON);
        AgentOperation ready = new AgentOperation.AskReadiness("chat", true, null);
        AgentResult refused = node.agents().apply("too-early", "1002", ready, NOON);
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.AGENT_NOT_LOGGED_IN);
        // when
        node.agents().apply("1002-login", "1002", Scene.login("chat", 1), NOON);
        // then
        assertThat(node.agents().apply("too-early", "1002", ready, NOON)).isEqualTo(refused);
        assertThat(node.agents().get("1002").stateIn("chat")).isEqualTo(AgentStateName.NOT_READY);
    }

    @Test
    void forgetsAnOperationAfterThirtyTwoOthers() {
        // given
        TaskOperation moves = new TaskOperation.MoveCreator(Destination.queue("Client.first"));
        node.tasks().apply("create", "roll", Scene.create("roll", "roll"), NOON);
        node.tasks().apply("first", "roll", moves, NOON);
        // when
        IntStream.range(0, 32)
                .forEach(i -> node.tasks()
                        .apply(
                                "other-" + i,
                                "roll",
                                new TaskOperation.MoveCreator(Destination.queue("Client." + i)),
                                NOON));
        node.tasks().apply("first", "roll", moves, NOON);
        // then
        assertThat(node.tasks().get("roll").request().creator().name()).isEqualTo("Client.first");
    }

    @Test
    void makesNoEntryForARefusalAboutWhatDoesNotExist() {
        // when
        TaskResult task = node.tasks().apply("op", "nowhere", Scene.ask(Asked.PAUSED, "1001"), NOON);
        AgentResult agent = node.agents().apply("op", "nobody", Scene.login("chat", 1), NOON);
        // then
        assertThat(task.refusal().code()).isEqualTo(ErrorCode.TASK_NOT_FOUND);
        assertThat(agent.refusal().code()).isEqualTo(ErrorCode.AGENT_NOT_CONNECTED);
        assertThat(node.tasks().get("nowhere")).isNull();
        assertThat(node.agents().get("nobody")).isEqualTo(AgentRecord.unknown("nobody"));
        assertThat(Scene.holds(node, StoredTask.MAP, "nowhere")).isFalse();
        assertThat(Scene.holds(node, StoredAgent.MAP, "nobody")).isFalse();
    }

    @Test
    void findsWhoIsLoggedInToAnMrdOrHoldsATaskInIt() {
        // given
        Scene.ready(node.agents(), "in", "mail", 1);
        Scene.ready(node.agents(), "elsewhere", "fax", 1);
        Scene.ready(node.agents(), "both", "mail", 1);
        Scene.ready(node.agents(), "both", "fax", 1);
        Scene.ready(node.agents(), "left", "mail", 1);
        // when
        node.agents().apply("out", "left", new AgentOperation.Logout("mail", true, null), NOON);
        // then
        assertThat(node.agents().inMrd("mail")).extracting(AgentRecord::id).containsExactlyInAnyOrder("in", "both");
        assertThat(node.agents().inMrd("fax"))
                .extracting(AgentRecord::id)
                .containsExactlyInAnyOrder("elsewhere", "both");
        assertThat(node.agents().inMrd("none")).isEmpty();
        assertThat(node.agents().loggedIn()).contains("in", "elsewhere", "both").doesNotContain("left");
    }

    @Test
    void findsAnAgentByATaskHeldAfterLogout() {
        // given
        Scene.ready(node.agents(), "holder", "kiosk", 1);
        node.agents().apply("hold", "holder", new AgentOperation.Hold("kiosk", "t", TaskStateName.ACTIVE, 0), NOON);
        // when
        node.agents().apply("out", "holder", new AgentOperation.Logout("kiosk", true, null), NOON);
        // then
        assertThat(node.agents().inMrd("kiosk")).hasSize(1);
        node.agents()
                .apply(
                        "end",
                        "holder",
                        new AgentOperation.Release("kiosk", List.of(new AgentOperation.HeldFor("t", 0))),
                        NOON);
        assertThat(node.agents().inMrd("kiosk")).isEmpty();
    }

    @Test
    void findsTheOpenTasksOfAnMrd() {
        // given
        for (int i = 0; i < 4; i++) {
            node.tasks().apply("create-" + i, "open-" + i, Scene.create("video", "video"), NOON);
        }
        // when
        node.tasks().apply("close", "open-1", Scene.ask(Asked.CLOSED, null), NOON);
        node.tasks().apply("offer", "open-2", new TaskOperation.MakeOffer("1001", 1, NOON), NOON);
        // then
        assertThat(node.tasks().open("video"))
                .extracting(TaskRecord::id)
                .containsExactlyInAnyOrder("open-0", "open-2", "open-3");
        assertThat(node.tasks().get("open-1").state()).isEqualTo(TaskStateName.CLOSED);
    }

    @Test
    void forgetsAClosedTaskTenMinutesLater() {
        // given
        node.tasks().apply("create", "brief", Scene.create("brief", "brief"), NOON);
        assertThat(Scene.lifetime(node, StoredTask.MAP, "brief")).isEqualTo(Duration.ofMillis(Long.MAX_VALUE));
        // when
        node.tasks().apply("close", "brief", Scene.ask(Asked.CLOSED, null), NOON);
        // then
        assertThat(Scene.lifetime(node, StoredTask.MAP, "brief")).isEqualTo(Duration.ofMinutes(10));
        node.tasks().apply("late", "brief", Scene.ask(Asked.CLOSED, null), NOON);
        assertThat(Scene.lifetime(node, StoredTask.MAP, "brief")).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void countsWhoWaitsAtOnceWhereThisNodeChangedIt() {
        assertThat(node.tasks().waiting("sales")).isZero();
        for (int i = 1; i <= 5; i++) {
            // when
            node.tasks().apply("create", "sale-" + i, Scene.create("sell", "sales"), NOON);
            node.tasks().apply("create", "sale-" + i, Scene.create("sell", "sales"), NOON);
            // then
            assertThat(node.tasks().waiting("sales")).isEqualTo(i);
        }
        node.tasks().apply("offer", "sale-1", new TaskOperation.MakeOffer("1001", 1, NOON), NOON);
        node.tasks().apply("close", "sale-2", Scene.ask(Asked.CLOSED, null), NOON);
        node.tasks().apply("overflow", "sale-3", new TaskOperation.Overflow("rest"), NOON);
        assertThat(node.tasks().waiting("sales")).isEqualTo(2);
        assertThat(node.tasks().waiting("rest")).isEqualTo(1);
        node.tasks().apply("back", "sale-1", new TaskOperation.WithdrawOffer("1001", 1, "RONA"), NOON);
        assertThat(node.tasks().waiting("sales")).isEqualTo(3);
    }

    @Test
    void givesARequestIdToTheFirstTaskOfTheUserWhoSentIt() {
        assertThat(node.tasks().requested("shop", "r-1")).isNull();
        assertThat(node.tasks().claimRequest("shop", "r-1", "t-1")).isEqualTo("t-1");
        assertThat(node.tasks().claimRequest("shop", "r-1", "t-1")).isEqualTo("t-1");
        assertThat(node.tasks().claimRequest("shop", "r-1", "t-2")).isEqualTo("t-1");
        assertThat(node.tasks().claimRequest("bank", "r-1", "t-3")).isEqualTo("t-3");
        assertThat(node.tasks().claimRequest(null, "r-1", "t-4")).isEqualTo("t-4");
        assertThat(node.tasks().requested("shop", "r-1")).isEqualTo("t-1");
        assertThat(Scene.lifetime(node, ClusterConfiguration.REQUESTS, "shop/r-1"))
                .isEqualTo(Duration.ofMinutes(11));
    }

    @Test
    void keepsPlansAndQueueFigures() {
        // given
        QueueFigures figures = new QueueFigures(
                "sales",
                "chat",
                List.of("t-1", "t-2"),
                NOON,
                3,
                2,
                1,
                new WaitForecast(2, 1, 0.1, 0.01),
                Instant.now());
        // when
        assertThat(node.plans().keep("op-1", "{}")).isEqualTo("{}");
        assertThat(node.plans().keep("op-1", "[]")).isEqualTo("{}");
        node.queueFigures().publish(List.of(figures));
        // then
        assertThat(node.plans().get("op-1")).isEqualTo("{}");
        assertThat(node.plans().get("op-2")).isNull();
        assertThat(Scene.lifetime(node, ClusterConfiguration.PLANS, "op-1"))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(node.queueFigures().get("sales")).isEqualTo(figures);
        assertThat(node.queueFigures().get("none")).isNull();
    }

    @Test
    void countsAgentsAndTasksByState() {
        // given
        Scene.ready(node.agents(), "count-1", "count", 1);
        Scene.ready(node.agents(), "count-2", "count", 1);
        node.agents().apply("off", "count-2", new AgentOperation.AskReadiness("count", false, "LUNCH"), NOON);
        node.tasks().apply("create", "count-t", Scene.create("count", "count"), NOON);
        node.tasks().apply("create", "count-u", Scene.create("count", "count"), NOON);
        node.tasks().apply("close", "count-u", Scene.ask(Asked.CLOSED, null), NOON);
        // when
        ClusterFigures.Snapshot now = new ClusterFigures(node.hazelcast()).snapshot();
        // then
        assertThat(now.agents("count", AgentStateName.READY)).isEqualTo(1);
        assertThat(now.agents("count", AgentStateName.NOT_READY)).isEqualTo(1);
        assertThat(now.agents("count", AgentStateName.BUSY)).isZero();
        assertThat(now.tasks("count", TaskStateName.QUEUED)).isEqualTo(1);
        assertThat(now.tasks("count", TaskStateName.CLOSED)).isZero();
    }
}

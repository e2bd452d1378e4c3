package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mediarouter.cluster.Scene.NOON;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.cluster.database.DatabaseSettings;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.Unavailable;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskRecord;

class ClusterFailoverIT {
    private static final int TASKS = 40;
    private static final int OFFERS = 25;

    @Test
    void losesAndDoublesNothingWhenANodeDiesInAStreamOfOperations() {
        // given
        List<ClusterNode> nodes = Scene.cluster(3);
        try {
            assertThat(nodes.get(0).members()).isEqualTo(3);
            for (int stream = 0; stream < 2; stream++) {
                Scene.ready(nodes.get(0).agents(), agent(stream), "chat", 10_000);
            }
            AtomicInteger done = new AtomicInteger();
            CountDownLatch underWay = new CountDownLatch(TASKS * OFFERS / 2);
            // when
            List<CompletableFuture<Void>> streams = new ArrayList<>();
            for (int stream = 0; stream < 2; stream++) {
                int first = stream;
                ClusterNode node = nodes.get(2 * stream);
                streams.add(CompletableFuture.runAsync(() -> offers(node, first, done, underWay)));
            }
            underWay.await();
            nodes.get(1).terminate();
            int before = done.get();
            streams.forEach(CompletableFuture::join);
            // then
            assertThat(before).isLessThan(2 * TASKS * OFFERS);
            everyOfferOnce(nodes.get(2));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            nodes.forEach(ClusterNode::close);
        }
    }

    /** Offers each task again and again; each operation twice, as a redelivery would. */
    private static void offers(ClusterNode node, int stream, AtomicInteger done, CountDownLatch underWay) {
        for (int task = stream; task < TASKS; task += 2) {
            again(node, "create", "t-" + task, Scene.create("chat", "sales"));
        }
        for (int offer = 1; offer <= OFFERS; offer++) {
            for (int task = stream; task < TASKS; task += 2) {
                String id = "t-" + task;
                again(node, "offer-" + offer, id, new TaskOperation.MakeOffer("1001", offer, NOON));
                again(node, "rona-" + offer, id, new TaskOperation.WithdrawOffer("1001", offer, "RONA"));
                String held = id + "-" + offer;
                hold(node, "hold-" + held, agent(stream), held);
                done.addAndGet(2);
                underWay.countDown();
            }
        }
    }

    private static void again(ClusterNode node, String operation, String task, TaskOperation what) {
        var first = untilAnswered(() -> node.tasks().apply(operation + task, task, what, NOON));
        var second = untilAnswered(() -> node.tasks().apply(operation + task, task, what, NOON));
        assertThat(second).isEqualTo(first);
        assertThat(first.refusal()).isNull();
    }

    /** One for each stream: a record knows its last 32 operations, and a stream may pass the other while that is tried again. */
    private static String agent(int stream) {
        return String.valueOf(1001 + stream);
    }

    private static void hold(ClusterNode node, String operation, String agent, String task) {
        AgentOperation hold = new AgentOperation.Hold("chat", task, TaskStateName.RESERVED, 1);
        untilAnswered(() -> node.agents().apply(operation, agent, hold, NOON));
        assertThat(untilAnswered(() -> node.agents().apply(operation, agent, hold, NOON))
                        .refusal())
                .isNull();
    }

    /** What a consumer does: the message stays, and is tried again with the same operation. */
    private static <T> T untilAnswered(Supplier<T> call) {
        for (int attempt = 0; ; attempt++) {
            try {
                return call.get();
            } catch (Unavailable e) {
                if (attempt == 100) {
                    throw e;
                }
            }
        }
    }

    private static void everyOfferOnce(ClusterNode node) {
        assertThat(node.members()).isEqualTo(2);
        List<TaskRecord> open = node.tasks().open("chat");
        assertThat(open).hasSize(TASKS);
        for (TaskRecord task : open) {
            assertThat(task.offers()).isEqualTo(OFFERS);
            assertThat(task.version()).isEqualTo(1 + 2L * OFFERS);
            assertThat(task.history()).hasSize(1 + 2 * OFFERS);
        }
        for (int stream = 0; stream < 2; stream++) {
            assertThat(node.agents().get(agent(stream)).in("chat").held()).hasSize(TASKS * OFFERS / 2);
        }
        assertThat(node.tasks().waiting("sales")).isEqualTo(TASKS);
    }

    @Test
    void whatLivedOnANodeThatLeavesInOrderIsWithTheOthers() {
        // given
        List<ClusterNode> nodes = Scene.cluster(2);
        try {
            for (int i = 0; i < 100; i++) {
                nodes.get(0).tasks().apply("create", "t-" + i, Scene.create("chat", "sales"), NOON);
            }
            assertThat(nodes.get(1).tasks().waiting("sales")).isEqualTo(100);
            // when
            nodes.get(0).close();
            // then
            assertThat(nodes.get(1).tasks().open("chat")).hasSize(100);
            assertThat(nodes.get(1).members()).isEqualTo(1);
            assertThatThrownBy(() -> nodes.get(0).tasks().get("t-1")).isInstanceOf(Unavailable.class);
            assertThat(nodes.get(0).running()).isFalse();
        } finally {
            nodes.forEach(ClusterNode::close);
        }
    }

    @Test
    void aNodeWithoutAMajorityUsesNothing() {
        // given
        List<ClusterNode> nodes = Scene.cluster(3);
        try {
            nodes.get(0).tasks().apply("new", "t", Scene.create("chat", "sales"), NOON);
            // when
            nodes.get(0).terminate();
            await().untilAsserted(
                            () -> assertThat(nodes.get(2).tasks().get("t")).isNotNull());
            nodes.get(1).terminate();
            // then
            await().untilAsserted(() -> assertThatThrownBy(
                            () -> nodes.get(2).tasks().get("t"))
                    .isInstanceOfSatisfying(
                            Unavailable.class, e -> assertThat(e.isHere()).isTrue()));
            assertThatThrownBy(() -> nodes.get(2).probe()).isInstanceOf(Unavailable.class);
        } finally {
            nodes.forEach(ClusterNode::close);
        }
    }

    @Test
    void whatTooManyNodesTookWithThemIsReadFromTheDatabase() {
        // given
        List<ClusterNode> nodes = Scene.cluster(3, 2);
        try {
            for (int i = 0; i < 200; i++) {
                nodes.get(0).tasks().apply("new-" + i, "t-" + i, Scene.create("chat", "sales"), NOON);
                Scene.ready(nodes.get(0).agents(), "a-" + i, "chat", 1);
            }
            nodes.get(0).save();
            // when
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> nodes.get(0).terminate()),
                            CompletableFuture.runAsync(() -> nodes.get(1).terminate()))
                    .join();
            // then
            ClusterNode last = nodes.get(2);
            await().untilAsserted(() -> {
                assertThat(last.tasks().open("chat")).hasSize(200);
                assertThat(last.agents().inMrd("chat")).hasSize(200);
                last.save();
            });
            // and a consumer that begins afterwards, with a request, is not held up by what was lost before
            CompletableFuture.runAsync(
                            () -> {
                                last.tasks().claimRequest("shop", "r-1", "t-after");
                                last.tasks().apply("new-after", "t-after", Scene.create("chat", "sales"), NOON);
                                last.save();
                            },
                            consumer -> new Thread(consumer).start())
                    .join();
        } finally {
            nodes.forEach(ClusterNode::close);
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        // given
        ClusterNode node = Scene.cluster(1).get(0);
        try {
            int port =
                    node.hazelcast().getCluster().getLocalMember().getAddress().getPort();
            ClusterSettings same = new ClusterSettings(
                    Path.of("config/hazelcast.yaml"), "second", "other", port, List.of("127.0.0.1"));
            // then
            assertThatThrownBy(() -> ClusterNode.start(same, DatabaseSettings.inMemory("other")))
                    .isInstanceOf(ClusterStartException.class)
                    .hasMessageContaining(String.valueOf(port));
        } finally {
            node.close();
        }
    }
}

package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link OwnEntries} finds without asking the cluster, and when it asks. */
class OwnEntriesIT {
    private static final Lane ELSEWHERE = new Lane("elsewhere", List.of());

    private List<ClusterNode> nodes = List.of();

    @AfterEach
    void stop() {
        nodes.forEach(ClusterNode::close);
    }

    @Test
    void aSingleNodeReadsAllItselfAndKnowsWhatIsNotThere() {
        // given
        nodes = Scene.cluster(1);
        OwnEntries<Lane> own = own(0);
        Lane first = new Lane("group", List.of("operation"));
        own.map().set("name", first);
        // then
        assertThat(read(own, "name")).isEqualTo(first);
        assertThat(read(own, "nobody")).isNull();
        // when
        own.map().executeOnKey("name", new Lane.Enter("group", "later"));
        // then
        assertThat(read(own, "name").pending()).containsExactly("operation", "later");
        // when
        own.map().delete("name");
        // then
        assertThat(read(own, "name")).isNull();
    }

    @Test
    void valuesKeptAsBytesAreReadToo() {
        // given
        nodes = Scene.cluster(1);
        nodes.get(0).tasks().apply("operation", "task-1", Scene.create("chat", "general"), Scene.NOON);
        OwnEntries<StoredTask> own = new OwnEntries<>(nodes.get(0).hazelcast(), StoredTask.MAP);
        // then
        assertThat(own.read("task-1", StoredTask::recordOf, () -> null))
                .isNotNull()
                .isEqualTo(nodes.get(0).tasks().get("task-1"));
    }

    @Test
    void eachEntryIsReadByOneOfTwoNodesAndByTheLastOneThatIsLeft() {
        // given
        nodes = Scene.cluster(2);
        List<String> names = IntStream.range(0, 200).mapToObj(i -> "name-" + i).toList();
        names.forEach(name -> own(0).map().set(name, new Lane(name, List.of())));
        // then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            for (String name : names) {
                List<@Nullable Lane> read = List.of(read(own(0), name), read(own(1), name));
                assertThat(read).containsExactlyInAnyOrder(ELSEWHERE, new Lane(name, List.of()));
            }
        });
        // when
        nodes.get(1).close();
        // then
        OwnEntries<Lane> left = own(0);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(names)
                        .allSatisfy(name -> assertThat(read(left, name)).isEqualTo(new Lane(name, List.of()))));
    }

    @Test
    void aNodeWithoutAMajorityReadsNothingByItself() {
        // given
        nodes = Scene.cluster(3);
        OwnEntries<Lane> own = own(0);
        // when
        nodes.get(1).close();
        nodes.get(2).close();
        // then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(IntStream.range(0, 50))
                        .allSatisfy(i -> assertThat(read(own, "name-" + i)).isEqualTo(ELSEWHERE)));
    }

    private OwnEntries<Lane> own(int node) {
        return new OwnEntries<>(nodes.get(node).hazelcast(), Lane.MAP);
    }

    private static @Nullable Lane read(OwnEntries<Lane> own, String name) {
        return own.read(name, lane -> lane, () -> ELSEWHERE);
    }
}

package org.mediarouter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.routing.model.Step;

class StrandingTest {
    private static Configuration queues(String... ids) {
        return Configuration.of(
                0,
                List.of(),
                List.of(Mrd.of("chat", 1, true), Mrd.of("mail", 1, true)),
                Arrays.stream(ids)
                        .map(id -> PrecisionQueue.of(id, id.startsWith("m") ? "mail" : "chat", Step.of("true")))
                        .toList(),
                List.of());
    }

    @Test
    void atMostTwentyAreNamed() {
        Stranding.Group group = Stranding.Group.of(
                "reason",
                "remedy",
                IntStream.range(10, 35).mapToObj(String::valueOf).toList());
        assertThat(group.ids()).hasSize(20).startsWith("10").endsWith("29");
        assertThat(group.more()).isEqualTo(5);
        assertThat(Stranding.Group.of("reason", "remedy", List.of("b", "a")))
                .isEqualTo(new Stranding.Group("reason", "remedy", List.of("a", "b"), 0));
    }

    @Test
    void tasksFollowTheirQueuesThroughSeveralConfigurations() {
        Configuration first = queues("a", "b", "c", "m");
        Map<String, String> afterA = Stranding.successors(first, queues("b", "c", "m"), List.of("b", "m"));
        assertThat(afterA).isEqualTo(Map.of("a", "b"));
        Configuration second = queues("b", "c", "m").succeededBy(afterA);
        assertThat(second.successorOf("a", "chat")).isEqualTo("b");

        Map<String, String> afterB = Stranding.successors(second, queues("c", "m"), List.of("c"));
        Configuration third = queues("c", "m").succeededBy(afterB);

        assertThat(third.successorOf("a", "chat")).isEqualTo("c");
        assertThat(Stranding.successors(third, queues("a", "c", "m"), List.of()))
                .isEqualTo(Map.of("b", "c"));
    }

    @Test
    void withoutASuccessorItIsTheDefaultQueueOrAny() {
        assertThat(queues("b", "m").successorOf("a", "chat")).isEqualTo("b");
        assertThat(queues("m").successorOf("a", "chat")).isNull();
        assertThat(queues("b", "m").succeededBy(Map.of("a", "x", "x", "a")).successorOf("a", "chat"))
                .isEqualTo("b");
    }
}

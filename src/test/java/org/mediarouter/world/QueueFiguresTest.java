package org.mediarouter.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.Task;

/** What is told of the queues to all nodes. */
class QueueFiguresTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final World world = new World(RandomHistoryTest.configuration(), 1);

    @Test
    void whatCouldNotBeToldIsToldTheNextTime() {
        // given
        world.stores.figures.away = true;
        world.send(new Task("chat", null, 5, Map.of(), null, null, null, null));
        assertThatThrownBy(() -> world.pass(SOON)).hasMessage("the cluster is away");

        // when
        world.stores.figures.away = false;
        world.pass(SOON);

        // then
        String queue = Objects.requireNonNull(
                RandomHistoryTest.configuration().mrds().get("chat").defaultQueue());
        assertThat(Objects.requireNonNull(world.stores.figures.get(queue)).line())
                .hasSize(1);
    }
}

package org.mediarouter.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskQueued;
import org.mediarouter.message.TaskStateRequest;

/** What the creators of waiting tasks hear of their places (TaskQueued). */
class PlacesTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final World world = new World(RandomHistoryTest.configuration(), 1);

    @Test
    void aPlaceIsToldAtOnceAndThoseOfTasksThatFollowCloselyWithinHalfASecond() {
        // when
        queue();
        world.pass(SOON);

        // then
        assertThat(places()).containsExactly(1);

        // when
        queue();
        queue();
        world.pass(SOON);

        // then
        assertThat(places()).containsExactly(1);
        world.pass(Duration.ofMillis(500));
        assertThat(places()).containsExactly(1, 2, 3);
    }

    @Test
    void aTaskThatMovesUpHearsOfItTenSecondsAfterItHeardLast() {
        // given
        queue();
        queue();
        world.pass(Duration.ofSeconds(1));
        assertThat(places()).containsExactly(1, 2);

        // when
        world.send(new TaskStateRequest(world.open().get(0).id(), "CLOSED", null, null, null));
        world.pass(Duration.ofSeconds(8));

        // then
        assertThat(places()).containsExactly(1, 2);
        world.pass(Duration.ofSeconds(2));
        assertThat(places()).containsExactly(1, 2, 1);
    }

    private void queue() {
        world.send(new Task("chat", "general", 5, Map.of(), null, null, null, null));
    }

    private List<Integer> places() {
        return world.inboxes.get(Destination.queue("Client.test")).stream()
                .filter(told -> told.body() instanceof TaskQueued)
                .map(told -> ((TaskQueued) told.body()).position())
                .toList();
    }
}

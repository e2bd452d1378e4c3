package org.mediarouter.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Login;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.task.QueueFigures;

/** What is told of the queues to all nodes. */
class QueueFiguresTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final World world = new World(RandomHistoryTest.configuration(), 1);

    @Test
    void whatCouldNotBeToldIsToldTheNextTime() {
        // given
        world.stores.figures.away = true;
        queue("general");
        assertThatThrownBy(() -> world.pass(SOON)).hasMessage("the cluster is away");

        // when
        world.stores.figures.away = false;
        world.pass(SOON);

        // then
        assertThat(told("general").line()).hasSize(1);
    }

    @Test
    void whatAnotherOwnerOfTheMrdHasToldMeanwhileIsToldAnew() {
        // given
        queue("general");
        world.pass(SOON);
        List<String> line = told("general").line();
        world.stores.figures.publish(
                List.of(new QueueFigures("general", "chat", List.of("theirs"), null, 0, 0, 0, null, world.now())));

        // when
        world.takeOver("chat");
        queue("special");
        world.pass(SOON);

        // then
        assertThat(told("general").line()).isEqualTo(line).hasSize(1);
    }

    @Test
    void ofQueuesInWhichNothingHappensEstimatedWaitsAreToldWithinASecond() {
        // given
        oneAgentHasHandledATaskAndHasAnother();
        queue("general");
        world.pass(SOON);
        Instant first = told("general").time();
        assertThat(told("general").waits()).isNotNull();

        // when
        for (int i = 0; i < 4; i++) {
            queue("special");
            world.pass(Duration.ofMillis(150));
        }

        // then
        assertThat(told("general").time()).isEqualTo(first);
        world.pass(Duration.ofMillis(250));
        assertThat(told("general").time()).isAfter(first);
    }

    /** He has room for one. */
    private void oneAgentHasHandledATaskAndHasAnother() {
        world.send(new Connect("1006", "p", null, null));
        world.send(new Login("1006", "p", "chat"));
        world.send(new AgentStateRequest("1006", "READY", "chat", null, false));
        queue("general");
        world.pass(SOON);
        for (String state : List.of("ACTIVE", "WRAP_UP", "CLOSED")) {
            world.send(new TaskStateRequest(world.open().get(0).id(), state, null, null, null));
            world.pass(Duration.ofSeconds(1));
        }
        queue("general");
        world.pass(SOON);
        world.send(new TaskStateRequest(world.open().get(0).id(), "ACTIVE", null, null, null));
        world.pass(SOON);
    }

    private void queue(String queue) {
        world.send(new Task("chat", queue, 5, Map.of(), null, null, null, null));
    }

    private QueueFigures told(String queue) {
        return Objects.requireNonNull(world.stores.figures.get(queue));
    }
}

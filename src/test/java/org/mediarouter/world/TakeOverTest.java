package org.mediarouter.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Login;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.task.TaskRecord;

/** Another node takes an MRD over while the cluster's query can't see all of it. */
class TakeOverTest {
    /** By then a queue's second step lets everybody in. */
    private static final Duration WIDENED = Duration.ofMillis(5500);

    private final World world = new World(RandomHistoryTest.configuration(), 1);

    @Test
    void aTaskThatTheQueryLeavesOutKeepsItsAgent() {
        // given agent 1000, who can have one chat, and has one
        world.send(new Connect("1000", "p", null, null));
        world.send(new Login("1000", "p", "chat"));
        world.send(new AgentStateRequest("1000", "READY", "chat", null, false));
        world.send(task());
        world.pass(WIDENED);
        TaskRecord first = world.open().get(0);
        assertThat(first.state()).isEqualTo(TaskStateName.RESERVED);
        world.send(new TaskStateRequest(first.id(), "ACTIVE", "1000", null, null));
        world.settle();
        // when
        world.stores.tasks.leftOut.add(first.id());
        world.takeOver("chat");
        world.send(task());
        world.pass(WIDENED);
        world.stores.tasks.leftOut.clear();
        // then
        assertThat(world.stores.agents.get("1000").in("chat").held()).containsOnlyKeys(first.id());
        assertThat(world.open())
                .hasSize(2)
                .filteredOn(task -> !task.id().equals(first.id()))
                .allMatch(task -> task.state() == TaskStateName.QUEUED);
        world.assertConsistent();
    }

    private static Task task() {
        return new Task("chat", null, 5, Map.of(), null, null, null, null);
    }
}

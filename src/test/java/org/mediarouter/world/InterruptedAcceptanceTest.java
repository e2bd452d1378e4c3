package org.mediarouter.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Login;
import org.mediarouter.message.Message;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskOperation.Asked;
import org.mediarouter.task.TaskOperation.WrapUp;
import org.mediarouter.task.TaskRecord;

/**
 * A call interrupts an agent, or he logs out, in the moment in which he accepts another task: the task has decided already, and
 * his record doesn't say so yet.
 */
class InterruptedAcceptanceTest {
    private static final String AGENT = "1002";
    /** By then a queue's second step lets everybody in. */
    private static final Duration WIDENED = Duration.ofMillis(5500);

    private final World world = new World(RandomHistoryTest.configuration(), 1);

    @Test
    void whatHeHasAcceptedStaysHisAndTakesOneOfHisPlaces() {
        // given
        String mail = offered("email");
        String call = offered("voice");
        // when
        accepts(mail, new TaskStateRequest(call, "ACTIVE", AGENT, null, null));
        // then
        assertThat(world.stores.tasks.get(mail).state()).isEqualTo(TaskStateName.ACTIVE);
        assertThat(world.stores.agents.get(AGENT).in("email").held()).containsOnlyKeys(mail);
        world.assertConsistent();
    }

    @Test
    void whereConversationsGoBackThisOneDoesToo() {
        // given
        String chat = offered("chat");
        String call = offered("voice");
        // when
        accepts(chat, new TaskStateRequest(call, "ACTIVE", AGENT, null, null));
        // then
        assertThat(world.stores.tasks.get(chat).state()).isEqualTo(TaskStateName.QUEUED);
        assertThat(world.stores.agents.get(AGENT).in("chat").held()).isEmpty();
        world.assertConsistent();
    }

    @Test
    void whoIsLoggedOutByForceKeepsNothing() {
        // given
        String mail = offered("email");
        // when
        accepts(mail, new AgentStateRequest(AGENT, "LOGOUT", "email", null, true));
        // then
        assertThat(world.stores.tasks.get(mail).state()).isEqualTo(TaskStateName.QUEUED);
        assertThat(world.stores.agents.get(AGENT).in("email").held()).isEmpty();
        world.assertConsistent();
    }

    private String offered(String mrd) {
        world.send(new Connect(AGENT, "p", null, null));
        world.send(new Login(AGENT, "p", mrd));
        world.send(new AgentStateRequest(AGENT, "READY", mrd, null, false));
        world.send(new Task(mrd, null, 5, Map.of(), null, null, null, null));
        world.pass(mrd.equals("chat") ? WIDENED : Duration.ofMillis(1));
        TaskRecord task = world.open().stream()
                .filter(open -> open.mrd().equals(mrd))
                .findFirst()
                .orElseThrow();
        assertThat(task.state()).isEqualTo(TaskStateName.RESERVED);
        return task.id();
    }

    /** He accepts it, and between the task's decision and his record's note of it this command is handled whole. */
    private void accepts(String taskId, Message meanwhile) {
        TaskOperation.Terms terms = new TaskOperation.Terms(WrapUp.NONE, Duration.ofSeconds(20), Duration.ZERO);
        TaskOperation accepts = new TaskOperation.Ask(Asked.ACTIVE, AGENT, null, 1, terms);
        assertThat(world.stores
                        .tasks
                        .apply("accepts", taskId, accepts, world.now())
                        .changed())
                .isTrue();
        world.send(meanwhile);
        world.settle();
        String mrd = world.stores.tasks.get(taskId).mrd();
        AgentOperation passes = new AgentOperation.Pass(mrd, taskId, TaskStateName.ACTIVE);
        world.stores.agents.apply("accepts/" + taskId, AGENT, passes, world.now());
    }
}

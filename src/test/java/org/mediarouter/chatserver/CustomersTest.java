package org.mediarouter.chatserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.TaskStateRequest;

class CustomersTest {
    private static final Action CANCEL = new Action.Send(new TaskStateRequest("T1", "CLOSED", null, "CANCELLED", null));
    private static final Arrival ARRIVAL = new Arrival(
            Duration.ZERO,
            -1,
            new CustomerKind(1, "chat", "general", 4, Map.of("vip", true)),
            Duration.ofSeconds(30),
            null,
            null);

    private final Customers customers = new Customers();

    @Test
    void asksForAnAgentAndWaitsAsLongAsPatienceLasts() {
        List<Action> actions = customers.arrive("R1", ARRIVAL);

        assertThat(actions)
                .containsExactly(
                        new Action.Send(new Task("chat", "general", 4, Map.of("vip", true), "R1", null, "R1", null)),
                        new Action.Later(Duration.ofSeconds(30), new Intent.GiveUp("R1")));
    }

    @Test
    void givesUpWhileWaitingOrOffered() {
        customers.arrive("R1", ARRIVAL);
        customers.on(state(TaskStateName.RESERVED));

        assertThat(customers.on(new Intent.GiveUp("R1"))).containsExactly(CANCEL);
    }

    @Test
    void staysWhenAnAgentHasAnswered() {
        customers.arrive("R1", ARRIVAL);
        customers.on(state(TaskStateName.ACTIVE));

        assertThat(customers.on(new Intent.GiveUp("R1"))).isEmpty();
    }

    @Test
    void whoLeavesBeforeTheTaskHasAnIdCancelsAsSoonAsItHas() {
        customers.arrive("R1", ARRIVAL);

        assertThat(customers.on(new Intent.GiveUp("R1"))).isEmpty();
        assertThat(customers.on(state(TaskStateName.QUEUED))).containsExactly(CANCEL);
        assertThat(customers.on(state(TaskStateName.RESERVED))).isEmpty();
    }

    @Test
    void atTheEndOfTheDayThoseWhoWaitGoHome() {
        customers.arrive("R1", ARRIVAL);
        customers.on(state(TaskStateName.QUEUED));

        assertThat(customers.sendHome(false)).containsExactly(CANCEL);
        customers.on(state(TaskStateName.ACTIVE));
        assertThat(customers.sendHome(false)).isEmpty();
        assertThat(customers.sendHome(true)).containsExactly(CANCEL);
        customers.on(state(TaskStateName.CLOSED));
        assertThat(customers.present()).isZero();
    }

    private static TaskState state(TaskStateName state) {
        return new TaskState(
                "T1",
                state,
                "chat",
                "general",
                null,
                null,
                null,
                "R1",
                null,
                Instant.EPOCH,
                1,
                null,
                null,
                null,
                null,
                null);
    }
}

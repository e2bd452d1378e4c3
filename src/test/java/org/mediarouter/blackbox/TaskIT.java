package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.blackbox.Told.json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 11 to 15: a task from its creation to its end. */
@ExtendWith(BlackBox.class)
class TaskIT {

    @Test
    void taskIsAnsweredAtOnceWithItsId(Chat chat) {
        Told answer = chat.task("chat", chat.desk(), "RequestId", "r-1-" + chat.name());

        assertThat(answer.state()).isEqualTo("QUEUED");
        assertThat(answer.task()).matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,127}");
        assertThat(answer.mrd()).isEqualTo("chat");
        assertThat(answer.member("Queue")).isEqualTo("chat-general");
        assertThat(answer.member("RequestId")).isEqualTo("r-1-" + chat.name());
        assertThat(answer.version()).isPositive();
        assertThat(answer.reason()).isNull();
        assertThat(answer.agent()).isNull();
    }

    @Test
    void theEngineHearsOfTheNewTask(Chat chat, Operator operator) throws Exception {
        Inbox engine = operator.toTheEngine(chat);
        Told answer = chat.task(
                "chat",
                chat.desk(),
                "Priority",
                7,
                "CustomerId",
                "jane",
                "PreferredAgentId",
                "figures-a",
                "ExpiresIn",
                90);

        Told created = engine.next("NewTask");
        assertThat(created.task()).isEqualTo(answer.task());
        assertThat(created.mrd()).isEqualTo("chat");
        assertThat(created.member("Queue")).isEqualTo("chat-general");
        assertThat(created.body().path("Priority").asInt()).isEqualTo(7);
        assertThat(created.body().path("Attributes").path("floor").isIntegralNumber())
                .isTrue();
        assertThat(created.member("CustomerId")).isEqualTo("jane");
        assertThat(created.member("PreferredAgentId")).isEqualTo("figures-a");
        assertThat(Duration.between(Instant.parse(created.member("Time")), Instant.parse(created.member("ExpiresAt"))))
                .isEqualTo(Duration.ofSeconds(90));
        assertThat(created.properties())
                .containsEntry("Category", "new task")
                .containsEntry("TaskId", answer.task())
                .containsEntry("Mrd", "chat");
        assertThat(created.correlation()).isEqualTo(answer.correlation());
        assertThat(created.persistent()).isTrue();
    }

    @Test
    void theAgentAndTheCreatorHearOfTheOffer(Chat chat, Operator operator) throws Exception {
        Inbox fromEngine = operator.fromTheEngine(chat);
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Map<String, Object> attributes = new java.util.HashMap<>(desk.attributes());
        attributes.put("language", "de");

        Told task = chat.task("chat", desk, "Attributes", attributes, "RequestId", "r-2-" + chat.name());

        Told offer = alice.offered();
        assertThat(offer.task()).isEqualTo(task.task());
        assertThat(offer.agent()).isEqualTo(alice.id());
        assertThat(offer.mrd()).isEqualTo("chat");
        assertThat(offer.member("Queue")).isEqualTo("chat-general");
        assertThat(offer.body().path("Offer").asInt()).isEqualTo(1);
        assertThat(offer.member("RequestId")).isEqualTo("r-2-" + chat.name());
        assertThat(offer.body().path("Attributes").path("language").asText()).isEqualTo("de");
        assertThat(Duration.between(Instant.parse(offer.member("Time")), Instant.parse(offer.member("AcceptBefore"))))
                // Decided a moment before it is made.
                .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(60));
        assertThat(offer.correlation()).isEqualTo(task.correlation());
        assertThat(chat.tasks().next("TaskAgentSelected").text()).isEqualTo(offer.text());
        assertThat(fromEngine.next("TaskAgentSelected").text()).isEqualTo(offer.text());
    }

    @Test
    void theAgentIsReservedBeforeHeHearsOfTheOffer(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");

        Told task = chat.task("chat", desk);

        Told reserved = alice.inbox().next("AgentState", "RESERVED");
        assertThat(reserved.correlation()).isEqualTo(task.correlation());
        assertThat(alice.offered().task()).isEqualTo(task.task());
        Told told = chat.tasks().next("TaskState", "RESERVED");
        assertThat(told.agent()).isEqualTo(alice.id());
        assertThat(told.version()).isGreaterThan(task.version());
    }

    @Test
    void acceptPauseResumeWrapUpReopenAndCloseAreAnsweredAndTold(Chat chat, Operator operator) throws Exception {
        Inbox engine = operator.toTheEngine(chat);
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.offered();

        long version = 0;
        for (String state : List.of("ACTIVE", "PAUSED", "ACTIVE", "WRAP_UP", "ACTIVE", "CLOSED")) {
            Told answer = alice.asksTask(task.task(), state);
            assertThat(answer.state()).isEqualTo(state);
            assertThat(answer.version()).isGreaterThan(version);
            assertThat(answer.agent()).isEqualTo(alice.id());
            version = answer.version();
            assertThat(chat.tasks().next("TaskState", state).text()).isEqualTo(answer.text());
            assertThat(alice.inbox().next("TaskState", state).text()).isEqualTo(answer.text());
            Told forwarded = engine.next("TaskState", state);
            assertThat(forwarded.version()).isEqualTo(answer.version());
            assertThat(forwarded.mrd()).isEqualTo("chat");
            assertThat(forwarded.properties()).containsEntry("Category", "task-state");
            assertThat(forwarded.correlation()).isEqualTo(answer.correlation());
        }
        assertThat(chat.ask("GetTaskState", "TaskId", task.task()).reason()).isEqualTo("DONE");
    }

    @Test
    void theAgentsStateFollowsHisTask(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.inbox().next("AgentState", "RESERVED");
        alice.offered();
        Told accepted = alice.accept(task.task());
        assertThat(alice.inbox().next("AgentState", "ACTIVE").correlation()).isEqualTo(accepted.correlation());
        alice.asksTask(task.task(), "WRAP_UP");
        alice.inbox().next("AgentState", "WORK_READY");
        alice.asksTask(task.task(), "ACTIVE");
        alice.inbox().next("AgentState", "ACTIVE");
        alice.asksTask(task.task(), "CLOSED");
        alice.inbox().next("AgentState", "READY");
    }

    @Test
    void anAgentWithAllHeMayHoldIsBusyAndGetsNoMore(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("voice");
        Told call = chat.task("voice", desk);
        alice.takes(call);
        alice.inbox().next("AgentState", "BUSY");

        Told second = chat.task("voice", desk);
        assertThat(chat.ask("GetTaskState", "TaskId", second.task()).state()).isEqualTo("QUEUED");
        assertThat(alice.asksTask(call.task(), "CLOSED").state()).isEqualTo("WRAP_UP");
        alice.inbox().next("AgentState", "WORK_READY");
        assertThat(alice.asksTask(call.task(), "CLOSED").state()).isEqualTo("CLOSED");

        assertThat(alice.offered().task()).isEqualTo(second.task());
    }

    @Test
    void aCustomerWhoGivesUpEndsTheTaskForAll(Chat chat) {
        Desk desk = chat.desk();
        Told waiting = chat.task("chat", desk);
        Told cancelled = chat.ask("TaskState", "TaskId", waiting.task(), "State", "CLOSED");
        assertThat(cancelled.state()).isEqualTo("CLOSED");
        assertThat(cancelled.reason()).isEqualTo("CANCELLED");

        Agent alice = chat.agent(desk, 0).ready("chat");
        Told offered = chat.task("chat", desk);
        assertThat(alice.offered().task()).isEqualTo(offered.task());
        chat.ask("TaskState", "TaskId", offered.task(), "State", "CLOSED", "ReasonCode", "CANCELLED");
        alice.inbox().next("AgentState", "READY");
        assertThat(alice.inbox().next("TaskState", "CLOSED").reason()).isEqualTo("CANCELLED");
    }

    @Test
    void askingForTheStateItHasIsAnsweredAndChangesNothing(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        long version = chat.ask("GetTaskState", "TaskId", task.task()).version();

        assertThat(alice.asksTask(task.task(), "ACTIVE").version()).isEqualTo(version);
        Told closed = alice.asksTask(task.task(), "CLOSED");
        assertThat(alice.asksTask(task.task(), "CLOSED").version()).isEqualTo(closed.version());
    }

    @Test
    void withoutAgentIdItIsTheOwnerWhoActs(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);

        assertThat(chat.ask("TaskState", json("TaskId", task.task(), "State", "PAUSED"))
                        .state())
                .isEqualTo("PAUSED");
    }
}

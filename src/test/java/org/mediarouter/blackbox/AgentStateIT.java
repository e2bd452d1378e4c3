package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 3 and 10: what an agent may ask for himself, and what the engine hears of it. */
@ExtendWith(BlackBox.class)
class AgentStateIT {

    @Test
    void readyAndNotReadyAreAnsweredAndToldOnce(Chat chat) {
        Agent alice = chat.agent(chat.desk(), 0);
        long before = alice.login("chat").version();
        alice.inbox().next("AgentState", "NOT_READY");

        Told ready = alice.asks("chat", "READY");
        Told lunch = alice.asks("chat", "NOT_READY", "ReasonCode", "LUNCH");

        assertThat(ready.state()).isEqualTo("READY");
        assertThat(ready.reason()).isNull();
        assertThat(lunch.state()).isEqualTo("NOT_READY");
        assertThat(lunch.reason()).isEqualTo("LUNCH");
        assertThat(before).isLessThan(ready.version());
        assertThat(ready.version()).isLessThan(lunch.version());
        Told told = alice.inbox().next("AgentState");
        assertThat(told.text()).isEqualTo(ready.text());
        assertThat(told.correlation()).isEqualTo(ready.correlation());
        assertThat(alice.inbox().next("AgentState").text()).isEqualTo(lunch.text());
    }

    @Test
    void theEngineHearsOfEachChange(Chat chat, Operator operator) throws Exception {
        Inbox engine = operator.toTheEngine(chat);
        Agent alice = chat.agent(chat.desk(), 0);
        alice.login("strict");

        Told answer = alice.asks("strict", "NOT_READY", "ReasonCode", "BREAK");

        Told forwarded =
                engine.next("AgentState BREAK", told -> told.is("AgentState") && "BREAK".equals(told.reason()));
        assertThat(forwarded.body().properties().stream().map(e -> e.getKey()))
                .contains("AgentId", "State", "Mrd", "ReasonCode", "Time", "Version");
        assertThat(forwarded.version()).isEqualTo(answer.version());
        assertThat(forwarded.member("Time")).isEqualTo(answer.member("Time"));
        assertThat(forwarded.correlation()).isEqualTo(answer.correlation());
        assertThat(forwarded.persistent()).isTrue();
        assertThat(forwarded.properties())
                .containsEntry("Category", "agent-state")
                .containsEntry("AgentId", alice.id())
                .containsEntry("Mrd", "strict");
    }

    @Test
    void askingForWhatIsAlreadySoChangesNothing(Chat chat) {
        Agent alice = chat.agent(chat.desk(), 0).ready("chat");
        Told first = alice.present("chat");

        Told again = alice.asks("chat", "READY");

        assertThat(again.version()).isEqualTo(first.version());
        assertThat(again.state()).isEqualTo("READY");
    }

    @Test
    void anotherReasonIsAChange(Chat chat) {
        Agent alice = chat.agent(chat.desk(), 0);
        alice.login("chat");
        Told lunch = alice.asks("chat", "NOT_READY", "ReasonCode", "LUNCH");
        Told training = alice.asks("chat", "NOT_READY", "ReasonCode", "TRAINING");
        assertThat(training.reason()).isEqualTo("TRAINING");
        assertThat(training.version()).isGreaterThan(lunch.version());
    }

    @Test
    void mrdsOfOneAgentHaveStatesOfTheirOwn(Chat chat) {
        Agent alice = chat.agent(chat.desk(), 0).ready("chat");
        alice.login("ring");

        Told states = chat.ask("GetAgentState", "AgentId", alice.id());

        assertThat(Stream.of("chat", "ring").map(mrd -> alice.present(mrd).state()))
                .containsExactly("READY", "NOT_READY");
        assertThat(states.body().path("States")).isNotEmpty();
    }

    @Test
    void notReadyWithTasksIsPendingUntilTheLastEnds(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);

        Told asked = alice.asks("chat", "NOT_READY", "ReasonCode", "LUNCH");
        assertThat(asked.state()).isEqualTo("PENDING_NOT_READY");
        assertThat(asked.reason()).isEqualTo("LUNCH");
        Told second = chat.task("chat", desk);
        alice.asksTask(task.task(), "CLOSED");

        Told after = alice.inbox().next("AgentState", "NOT_READY");
        while (after.reason() == null) {
            after = alice.inbox().next("AgentState", "NOT_READY");
        }
        assertThat(after.reason()).isEqualTo("LUNCH");
        assertThat(chat.ask("GetTaskState", "TaskId", second.task()).state()).isEqualTo("QUEUED");
    }

    @Test
    void readyTakesPendingNotReadyBack(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        alice.takes(chat.task("chat", desk));
        alice.asks("chat", "NOT_READY");

        assertThat(alice.asks("chat", "READY").state()).isEqualTo("ACTIVE");

        Told next = chat.task("chat", desk);
        assertThat(alice.inbox()
                        .next(
                                "offer",
                                told -> told.is("TaskAgentSelected")
                                        && next.task().equals(told.task())))
                .isNotNull();
    }

    @Test
    void logoutByForceGivesEverythingBack(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told active = chat.task("chat", desk);
        alice.takes(active);
        Told wrapUp = chat.task("chat", desk);
        alice.takes(wrapUp);
        alice.asksTask(wrapUp.task(), "WRAP_UP");
        Told offered = chat.task("chat", desk);
        assertThat(alice.offered().task()).isEqualTo(offered.task());

        Told answer = alice.asks("chat", "LOGOUT", "Force", true);

        assertThat(answer.state()).isEqualTo("LOGOUT");
        assertThat(answer.reason()).isEqualTo("AGENT_LOGOUT");
        Set<String> back = Stream.of(1, 2)
                .map(n -> chat.tasks()
                        .next(
                                "task given back",
                                told -> told.is("TaskState", "QUEUED") && "AGENT_LOGOUT".equals(told.reason())))
                .map(Told::task)
                .collect(Collectors.toSet());
        assertThat(back).containsExactlyInAnyOrder(active.task(), offered.task());
        assertThat(chat.ask("GetTaskState", "TaskId", wrapUp.task()).state()).isEqualTo("CLOSED");
    }

    @Test
    void logoutByForcePassesAConferenceToTheParticipant(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("chat");
        Told task = chat.task("chat", desk);
        alice.takes(task);
        Agent bob = chat.agent(desk, 1).ready("chat");
        chat.ask("Conference", "TaskId", task.task(), "ConferenceOwner", alice.id(), "ConferenceParticipant", bob.id());

        alice.asks("chat", "LOGOUT", "Force", true);

        Told now = chat.ask("GetTaskState", "TaskId", task.task());
        assertThat(now.state()).isEqualTo("ACTIVE");
        assertThat(now.agent()).isEqualTo(bob.id());
    }
}

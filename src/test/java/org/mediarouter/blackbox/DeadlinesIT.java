package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediarouter.message.ErrorCode;

/** What ends by itself (states: RONA, rejection, "no state without an exit in time"). */
@ExtendWith(BlackBox.class)
class DeadlinesIT {

    @Test
    void ringOnNoAnswerWithdrawsAllOffersAndSetsTheAgentNotReady(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("ring");
        Told first = chat.task("ring", desk);
        Told second = chat.task("ring", desk);
        List<Told> offers = List.of(alice.offered(), alice.offered());
        assertThat(offers.stream().map(Told::task)).containsExactly(first.task(), second.task());

        Told rona = alice.inbox().next("RONA", told -> told.is("AgentState") && "RONA".equals(told.reason()));

        assertThat(rona.state()).isEqualTo("NOT_READY");
        assertThat(rona.correlation()).isEqualTo(first.correlation());
        assertThat(Duration.between(
                        Instant.parse(offers.get(0).member("AcceptBefore")), Instant.parse(rona.member("Time"))))
                .isBetween(Duration.ZERO, Duration.ofSeconds(3));
        List<Told> back = Stream.of(1, 2)
                .map(n -> chat.tasks()
                        .next(
                                "task back for RONA",
                                told -> told.is("TaskState", "QUEUED") && "RONA".equals(told.reason())))
                .toList();
        assertThat(back.stream().map(Told::task)).containsExactlyInAnyOrder(first.task(), second.task());
        assertThat(back.stream()
                        .filter(told -> told.task().equals(second.task()))
                        .findFirst()
                        .orElseThrow()
                        .correlation())
                .isEqualTo(second.correlation());
    }

    @Test
    void whatRangWithOneIsOfferedToAnotherAtItsOldPlace(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("ring");
        Told first = chat.task("ring", desk);
        alice.offered();
        alice.inbox().next("RONA", told -> told.is("AgentState") && "RONA".equals(told.reason()));
        Told later = chat.task("ring", desk);

        Agent bob = chat.agent(desk, 1).ready("ring");

        Told offer = bob.offered();
        assertThat(offer.task()).isEqualTo(first.task());
        assertThat(offer.body().path("Offer").asInt()).isEqualTo(2);
        assertThat(bob.offered().task()).isEqualTo(later.task());
        chat.refused(
                ErrorCode.OFFER_EXPIRED, "TaskState", "TaskId", first.task(), "State", "ACTIVE", "AgentId", alice.id());
        assertThat(bob.accept(first.task()).agent()).isEqualTo(bob.id());
    }

    @Test
    void aRejectedTaskGoesToAnotherAndTheAgentStaysReady(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("ring");
        Told task = chat.task("ring", desk);
        Told offer = alice.offered();
        assertThat(offer.task()).isEqualTo(task.task());

        Told rejected = alice.asksTask(task.task(), "REJECTED", "Offer", 1);

        assertThat(rejected.state()).isEqualTo("QUEUED");
        assertThat(rejected.reason()).isEqualTo("REJECTED");
        alice.inbox().next("AgentState", "READY");
        Agent bob = chat.agent(desk, 1).ready("ring");
        assertThat(bob.offered().task()).isEqualTo(task.task());
    }

    @Test
    void aRejectedTaskComesBackOnlyAfterAWhileWhenNobodyElseIsThere(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("ring");
        Told task = chat.task("ring", desk);
        alice.offered();
        Told rejected = alice.asksTask(task.task(), "REJECTED");

        Told again = alice.offered();

        assertThat(again.task()).isEqualTo(task.task());
        assertThat(again.body().path("Offer").asInt()).isEqualTo(2);
        assertThat(Duration.between(Instant.parse(rejected.member("Time")), Instant.parse(again.member("Time"))))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void wrapUpEndsByItself(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("brief");
        Told task = chat.task("brief", desk);
        alice.takes(task);
        alice.asksTask(task.task(), "WRAP_UP");

        Told closed = chat.tasks().next("TaskState", "CLOSED");

        assertThat(closed.task()).isEqualTo(task.task());
        assertThat(closed.reason()).isEqualTo("WRAP_UP_EXPIRED");
        assertThat(closed.correlation()).isEqualTo(task.correlation());
        alice.inbox().next("AgentState", "WORK_READY");
        alice.inbox().next("AgentState", "READY");
    }

    @Test
    void nobodyStaysUnknownForEver(Chat chat) {
        Desk desk = chat.desk();
        Agent alice = chat.agent(desk, 0).ready("brief");
        Told task = chat.task("brief", desk);
        alice.takes(task);

        chat.ask("chat-server-restore", "AgentIds", List.of(alice.id()));

        alice.inbox().next("AgentState", "UNKNOWN");
        Told out = alice.inbox().next("AgentState", "LOGOUT");
        assertThat(out.reason()).isEqualTo("AGENT_LOGOUT");
        Told back =
                chat.tasks().next("task given back", told -> told.is("TaskState", "QUEUED") && told.reason() != null);
        assertThat(back.task()).isEqualTo(task.task());
        assertThat(back.reason()).isEqualTo("AGENT_LOGOUT");
    }
}

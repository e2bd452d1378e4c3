package org.mediarouter.task;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Destination;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Refusal;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.TaskOperation.Asked;
import org.mediarouter.task.TaskOperation.WrapUp;

/** A task to which things happen, one a second; after each, what must always hold is looked at. */
final class TaskStory {
    static final String ANNA = "anna";
    static final String BEN = "ben";
    static final String CARA = "cara";
    static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    static final Duration ACCEPT_WITHIN = Duration.ofSeconds(30);
    static final Duration WRAP_UP_WITHIN = Duration.ofSeconds(60);
    static final Duration EXPIRES_AFTER = Duration.ofHours(1);
    static final Destination CREATOR = Destination.queue("Client.web");

    private @Nullable TaskRecord record;
    private Instant now = START;
    private TaskResult last = new TaskResult(null, false, null, List.of(), List.of(), null, null, null);
    private WrapUp wrapUp = WrapUp.OPTIONAL;

    /** QUEUED in sales. */
    static TaskStory queued() {
        Request request =
                new Request(5, Map.of("Language", "de"), "c-1", null, "web-7", CREATOR, "corr", EXPIRES_AFTER);
        return new TaskStory().does(new TaskOperation.Create("chat", "sales", request));
    }

    /** ACTIVE with Anna, by the first offer. */
    static TaskStory activeWithAnna() {
        return queued().offeredTo(ANNA).asks(Asked.ACTIVE, ANNA);
    }

    /** ACTIVE with Anna, Ben and Cara in conference. */
    static TaskStory conference() {
        return activeWithAnna().joined(BEN).joined(CARA);
    }

    TaskStory wrapUp(WrapUp policy) {
        wrapUp = policy;
        return this;
    }

    TaskStory offeredTo(String agent) {
        return does(new TaskOperation.MakeOffer(agent, record().offers() + 1, now.plus(ACCEPT_WITHIN)));
    }

    TaskStory withdrawnFrom(String agent, String reason) {
        return does(new TaskOperation.WithdrawOffer(agent, record().offers(), reason));
    }

    TaskStory asks(Asked asked, @Nullable String agent) {
        return asks(asked, agent, null, null);
    }

    TaskStory asks(Asked asked, @Nullable String agent, @Nullable String reason, @Nullable Integer offer) {
        return does(new TaskOperation.Ask(
                asked, agent, reason, offer, new TaskOperation.Terms(wrapUp, WRAP_UP_WITHIN, ACCEPT_WITHIN)));
    }

    TaskStory joined(String participant) {
        return does(new TaskOperation.Join(requireNonNull(record().owner()), participant, 4));
    }

    TaskStory offeredInTransfer(String from, String to) {
        return does(new TaskOperation.OfferTransfer(
                from, to, now.plus(ACCEPT_WITHIN), new Offer.Pending("transfer-1", Destination.queue("Client.anna"))));
    }

    TaskStory leaves(String agent, String reason) {
        return does(new TaskOperation.Leave(agent, reason));
    }

    TaskStory after(Duration time) {
        now = now.plus(time);
        return this;
    }

    TaskStory does(TaskOperation operation) {
        now = now.plusSeconds(1);
        TaskRecord before = record;
        TaskOutcome outcome = TaskMachine.apply("t-1", before, operation, now);
        record = outcome.record();
        last = outcome.result();
        if (before == null) {
            assertThat(last.changed()).isTrue();
        } else {
            check(before, operation);
        }
        checkState();
        return this;
    }

    TaskRecord record() {
        return requireNonNull(record);
    }

    TaskResult last() {
        return last;
    }

    Instant now() {
        return now;
    }

    TaskStory is(TaskStateName state, @Nullable String reason) {
        assertThat(record().state()).isEqualTo(state);
        assertThat(record().reason()).isEqualTo(reason);
        return this;
    }

    TaskStory has(String... agents) {
        assertThat(record().agents()).containsExactly(agents);
        return this;
    }

    TaskStory refused(ErrorCode code) {
        assertThat(last.refusal()).extracting(Refusal::code).isEqualTo(code);
        return this;
    }

    /** The last operation was answered and changed nothing. */
    TaskStory unchanged() {
        assertThat(last.refusal()).isNull();
        assertThat(last.changed()).isFalse();
        return this;
    }

    /** What the last operation means for that agent's capacity: the state it passes into, null if it is given back. */
    TaskStory hold(String agent, @Nullable TaskStateName to) {
        assertThat(last.holds()).contains(new TaskResult.HoldChange(agent, to));
        return this;
    }

    private void check(TaskRecord before, TaskOperation operation) {
        TaskRecord after = record();
        assertThat(last.refusal() == null || after == before)
                .as("a refused %s changes nothing", operation)
                .isTrue();
        assertThat(after.version()).isEqualTo(before.version() + (last.changed() ? 1 : 0));
        assertThat(after.history())
                .hasSize(before.history().size() + (last.changed() ? 1 : 0))
                .startsWith(before.history().toArray(new HistoryEntry[0]));
        assertThat(last.state()).isEqualTo(after.told());
        assertThat(after.firstQueuedAt()).isEqualTo(before.firstQueuedAt());
        assertThat(after.offers()).isGreaterThanOrEqualTo(before.offers());
        if (!last.changed()) {
            // A withdrawal that overtakes its offer uses up the offer's number, and nobody need be told.
            assertThat(after.told())
                    .usingRecursiveComparison()
                    .ignoringFields("offer")
                    .isEqualTo(before.told());
            assertThat(last.holds()).isEmpty();
            return;
        }
        assertThat(after.since()).isEqualTo(now);
        assertThat(after.state() == before.state()
                        || TaskTable.mayBecome(before.state()).contains(after.state()))
                .as("%s -> %s by %s", before.state(), after.state(), operation)
                .isTrue();
        Set<String> concerned = new HashSet<>(before.concerned());
        concerned.addAll(after.concerned());
        assertThat(last.audience()).containsExactlyInAnyOrderElementsOf(concerned);
        Map<String, @Nullable TaskStateName> expected = new HashMap<>();
        for (String agent : concerned) {
            if (after.agents().contains(agent)) {
                expected.put(agent, after.state());
            } else if (!after.concerned().contains(agent)) {
                expected.put(agent, null);
            }
        }
        assertThat(last.holds()).extracting(TaskResult.HoldChange::agentId).doesNotHaveDuplicates();
        Map<String, @Nullable TaskStateName> holds = new HashMap<>();
        last.holds().forEach(hold -> holds.put(hold.agentId(), hold.to()));
        assertThat(holds).isEqualTo(expected);
    }

    private void checkState() {
        TaskRecord task = record();
        switch (task.state()) {
            case QUEUED, CLOSED -> assertThat(task.concerned()).isEmpty();
            case RESERVED -> {
                assertThat(task.agents()).isEmpty();
                assertThat(task.offer()).isNotNull();
            }
            case ACTIVE, PAUSED -> assertThat(task.agents()).isNotEmpty();
            case WRAP_UP -> {
                assertThat(task.agents()).isNotEmpty();
                assertThat(task.offer()).isNull();
            }
        }
        assertThat(task.agents()).doesNotHaveDuplicates();
        assertThat(task.wrapUpBefore() != null).isEqualTo(task.state() == TaskStateName.WRAP_UP);
        if (task.offer() != null) {
            assertThat(task.offer().number()).isEqualTo(task.offers());
            assertThat(task.agents()).doesNotContain(task.offer().agentId());
            assertThat(task.offer().transfer() == null).isEqualTo(task.state() == TaskStateName.RESERVED);
        }
    }
}

package org.mediarouter.chatserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskAgentTransferred;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;

class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Ledger ledger = new Ledger();

    @Test
    void aTaskIsFollowedFromItsRequestToItsVerifiedEnd() {
        ledger.asked("R1", 9, NOW);
        ledger.told(state(TaskStateName.QUEUED, null, 1, false), NOW);
        ledger.selected(
                new TaskAgentSelected("T1", "1001", "chat", "general", 1, "R1", Map.of(), NOW, NOW), NOW.plusMillis(5));
        ledger.told(state(TaskStateName.ACTIVE, null, 3, false), NOW.plusMillis(800));
        String ended = ledger.told(state(TaskStateName.CLOSED, "DONE", 4, false), NOW.plusMillis(900));

        assertThat(ended).isEqualTo("T1");
        assertThat(ledger.unsettled()).containsExactly("T1");
        ledger.told(state(TaskStateName.CLOSED, "DONE", 4, true), NOW.plusMillis(950));

        assertThat(ledger.unsettled()).isEmpty();
        assertThat(ledger.faults()).isEmpty();
        assertThat(ledger.counts.closed).containsExactly(Map.entry("DONE", 1L));
        assertThat(ledger.untilSelected.percentile(50)).isCloseTo(0.005, within(0.0001));
        assertThat(ledger.untilAccepted.mean()).isCloseTo(0.8, within(0.001));
        assertThat(ledger.hours().get(9).arrived()).isEqualTo(1);
        assertThat(ledger.hours().get(9).abandoned()).isZero();
    }

    @Test
    void aSecondEndIsAFaultBeforeAndAfterVerification() {
        ledger.asked("R1", -1, NOW);
        ledger.told(state(TaskStateName.CLOSED, "DONE", 4, false), NOW);
        ledger.told(state(TaskStateName.CLOSED, "DONE", 5, false), NOW);
        ledger.told(state(TaskStateName.CLOSED, "DONE", 5, true), NOW);
        ledger.told(state(TaskStateName.ACTIVE, null, 6, false), NOW);

        assertThat(ledger.faults()).containsExactly("T1 ended 2 times", "T1 was told ACTIVE after its end");
    }

    @Test
    void copiesAndOldNewsCountOnce() {
        ledger.asked("R1", -1, NOW);
        ledger.told(state(TaskStateName.QUEUED, "RONA", 4, false), NOW);
        ledger.told(state(TaskStateName.QUEUED, "RONA", 4, false), NOW);
        ledger.told(state(TaskStateName.PAUSED, null, 3, false), NOW);
        var transferred = new TaskAgentTransferred("T1", "1001", "1002", "chat", NOW);
        ledger.transferred(transferred);
        ledger.transferred(transferred);

        assertThat(List.of(ledger.counts.rona, ledger.counts.pauses, ledger.counts.transfers))
                .containsExactly(1L, 0L, 1L);
    }

    @Test
    void whoLeftBeforeAnAgentAnsweredIsAbandoned() {
        ledger.asked("R1", 10, NOW);
        ledger.told(state(TaskStateName.CLOSED, "CANCELLED", 2, false), NOW);

        assertThat(ledger.counts.abandoned).isEqualTo(1);
        assertThat(ledger.hours().get(10).abandonedShare()).isEqualTo(1);
    }

    @Test
    void aTaskWithoutAnAnswerRemainsUnsettled() {
        ledger.asked("R1", -1, NOW);

        assertThat(ledger.unsettled()).containsExactly("R1");
        ledger.refusedTask("R1");
        assertThat(ledger.unsettled()).isEmpty();
        assertThat(ledger.counts.refusedTasks).isEqualTo(1);
    }

    private static TaskState state(TaskStateName state, String reason, long version, boolean asked) {
        return new TaskState(
                "T1",
                state,
                "chat",
                "general",
                "1001",
                null,
                reason,
                "R1",
                1,
                NOW,
                version,
                asked ? 1 : null,
                asked ? Map.of() : null,
                asked ? 1 : null,
                null,
                null);
    }
}

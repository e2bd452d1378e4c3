package org.mediarouter.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediarouter.task.TaskStory.ANNA;
import static org.mediarouter.task.TaskStory.BEN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.TaskOperation.Asked;

/** The two tables of states, "Task", and that the machine keeps to them. */
class TaskTableTest {
    @ParameterizedTest(name = "{0} may become {1}")
    @CsvSource({
        "QUEUED,RESERVED CLOSED",
        "RESERVED,ACTIVE QUEUED CLOSED",
        "ACTIVE,PAUSED WRAP_UP CLOSED QUEUED",
        "PAUSED,ACTIVE WRAP_UP CLOSED QUEUED",
        "WRAP_UP,ACTIVE CLOSED",
        "CLOSED,",
    })
    void mayBecome(TaskStateName from, @Nullable String to) {
        assertThat(TaskTable.mayBecome(from)).isEqualTo(states(to));
    }

    @ParameterizedTest(name = "{0} is allowed from {1}")
    @CsvSource({
        "ACTIVE,RESERVED PAUSED WRAP_UP",
        "REJECTED,RESERVED",
        "PAUSED,ACTIVE",
        "WRAP_UP,ACTIVE PAUSED",
        "CLOSED,QUEUED RESERVED ACTIVE PAUSED WRAP_UP",
    })
    void allowedFrom(Asked asked, String from) {
        assertThat(TaskTable.allowedFrom(asked)).isEqualTo(states(from));
    }

    @ParameterizedTest
    @EnumSource(TaskStateName.class)
    void theOwnerOrWhoIsOfferedGetsWhatTheTableAllowsAndNothingElse(TaskStateName from) {
        for (Asked asked : Asked.values()) {
            TaskStory task = in(from);
            String actor =
                    EnumSet.of(TaskStateName.QUEUED, TaskStateName.CLOSED).contains(from)
                                    || (from == TaskStateName.RESERVED && asked == Asked.CLOSED)
                            ? null
                            : ANNA;
            task.asks(asked, actor);
            if (asked.name().equals(from.name())) {
                task.unchanged();
            } else if (TaskTable.allowedFrom(asked).contains(from)) {
                assertThat(task.last().refusal()).as("%s from %s", asked, from).isNull();
                assertThat(task.last().changed()).isTrue();
            } else {
                task.refused(ErrorCode.INVALID_TASK_STATE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStateName.class,
            names = {"CLOSED"},
            mode = EnumSource.Mode.EXCLUDE)
    void aStrangerGetsNothingButCancellation(TaskStateName from) {
        for (Asked asked : Asked.values()) {
            in(from).asks(asked, BEN).refused(ErrorCode.NOT_ON_TASK);
        }
        in(from).asks(Asked.CLOSED, BEN, Reason.CANCELLED, null).is(TaskStateName.CLOSED, Reason.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStateName.class,
            names = {"ACTIVE", "PAUSED", "WRAP_UP"})
    void aParticipantGetsOutAndNothingElse(TaskStateName from) {
        for (Asked asked : Asked.values()) {
            TaskStory task = TaskStory.activeWithAnna().joined(BEN);
            if (from != TaskStateName.ACTIVE) {
                task.asks(Asked.valueOf(from.name()), ANNA);
            }
            task.asks(asked, BEN);
            if (asked == Asked.CLOSED) {
                assertThat(task.record().agents()).containsExactly(ANNA);
                assertThat(task.record().state()).isEqualTo(from);
            } else {
                task.refused(ErrorCode.NOT_TASK_OWNER);
            }
        }
    }

    static TaskStory in(TaskStateName state) {
        return switch (state) {
            case QUEUED -> TaskStory.queued();
            case RESERVED -> TaskStory.queued().offeredTo(ANNA);
            case ACTIVE -> TaskStory.activeWithAnna();
            case PAUSED -> TaskStory.activeWithAnna().asks(Asked.PAUSED, ANNA);
            case WRAP_UP -> TaskStory.activeWithAnna().asks(Asked.WRAP_UP, ANNA);
            case CLOSED -> TaskStory.activeWithAnna().asks(Asked.CLOSED, null);
        };
    }

    private static Set<TaskStateName> states(@Nullable String names) {
        return names == null
                ? EnumSet.noneOf(TaskStateName.class)
                : Arrays.stream(names.split(" "))
                        .map(TaskStateName::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaskStateName.class)));
    }
}

package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.task.QueueFigures;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;

class RecordFormatTest {
    private static final int ROUNDS = 500;

    static Stream<Class<?>> kept() {
        Stream<Class<?>> records = Stream.of(
                AgentRecord.class,
                AgentResult.class,
                TaskRecord.class,
                TaskResult.class,
                QueueFigures.class,
                AgentChange.class,
                TaskChange.class,
                Lane.class,
                Lane.Enter.class,
                Lane.Leave.class,
                OpenSignIn.class,
                OpenSignIn.Handled.class,
                ReadAgent.class,
                ReadTask.class,
                Count.Agents.class,
                Count.Tasks.class);
        return Stream.of(
                        records,
                        Arrays.stream(AgentOperation.class.getPermittedSubclasses()),
                        Arrays.stream(TaskOperation.class.getPermittedSubclasses())
                                .filter(Class::isRecord))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void givesBackWhatWasWritten(Class<? extends Record> type) {
        roundTrips(type);
    }

    private static <T extends Record> void roundTrips(Class<T> type) {
        // given
        long seed = new Random().nextLong();
        System.out.println(type.getSimpleName() + " seed " + seed);
        RandomValues random = new RandomValues(seed);
        RecordFormat<T> format = RecordFormat.of(type);
        for (int i = 0; i < ROUNDS; i++) {
            // when
            T value = random.of(type);
            T again = format.read(format.write(value));
            // then
            assertThat(again).as("seed %d", seed).isEqualTo(value);
        }
    }

    @Test
    void keepsTheOperationsOfAStoredRecordByteForByte() {
        // given
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        RandomValues random = new RandomValues(seed);
        RecordFormat<StoredTask> format = RecordFormat.of(StoredTask.class);
        StoredTask stored = new StoredTask(
                random.of(TaskRecord.class),
                Kept.NOTHING.with("a", new byte[] {1, 2}).with("b", new byte[0]),
                2);
        // when
        StoredTask again = format.read(format.write(stored));
        // then
        assertThat(again.record()).isEqualTo(stored.record());
        assertThat(again.kept().result("a")).containsExactly(1, 2);
        assertThat(again.kept().result("b")).isEmpty();
        assertThat(again.kept().result("c")).isNull();
    }

    @Test
    void hasAFormatForEverythingThatGoesBetweenNodes() {
        assertThat(RecordSerializer.TYPES)
                .doesNotHaveDuplicates()
                .allSatisfy(type -> assertThat(RecordFormat.of(type).type()).isEqualTo(type));
    }

    @Test
    void refusesBytesOfSomethingElse() {
        // given
        byte[] lane = RecordFormat.of(Lane.class).write(new Lane("1001", List.of("a")));
        byte[] longer = Arrays.copyOf(lane, lane.length + 1);
        // then
        assertThatThrownBy(() -> RecordFormat.of(Lane.class).read(longer)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsCanBeAddedToAfterTheJourney() {
        // given
        RecordFormat<Count.Agents> format = RecordFormat.of(Count.Agents.class);
        Count.Agents counts = format.read(format.write(new Count.Agents(Map.of(new Count.Name("chat", "READY"), 2))));
        // when
        counts.combine(new Count.Agents(Map.of(new Count.Name("chat", "READY"), 3)));
        // then
        assertThat(counts.aggregate()).containsEntry(new Count.Name("chat", "READY"), 5);
    }
}

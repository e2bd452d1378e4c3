package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.task.TaskRecord;

class RecordJsonTest {
    private static final long SEED = System.nanoTime();

    @ParameterizedTest
    @ValueSource(classes = {AgentRecord.class, TaskRecord.class})
    <T extends Record> void anyRecordIsTheSameAfterwards(Class<T> type) {
        RandomValues random = new RandomValues(SEED);
        RecordJson<T> json = RecordJson.of(type);
        for (int i = 0; i < 500; i++) {
            T value = random.of(type);
            assertThat(json.read(json.write(value)))
                    .as("seed %d, number %d: %s", SEED, i, json.write(value))
                    .isEqualTo(value);
        }
    }

    @Test
    void aComponentThatALaterVersionAddedIsPassedOver() {
        RecordJson<Kept> json = RecordJson.of(Kept.class);
        assertThat(json.read("{\"entries\":\"AAA=\",\"colour\":\"blue\"}").entries())
                .containsExactly(0, 0);
    }

    @Test
    void whatIsNoRecordIsNamed() {
        assertThatThrownBy(() -> RecordJson.of(TaskRecord.class).read("{\"id\":"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no record");
    }
}

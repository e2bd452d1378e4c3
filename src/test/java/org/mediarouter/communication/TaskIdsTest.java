package org.mediarouter.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskIdsTest {
    @Test
    void isTheSameForARedeliveredMessage() {
        assertThat(TaskIds.of("5f0c92ab:2147483701")).isEqualTo(TaskIds.of("5f0c92ab:2147483701"));
    }

    @Test
    void isAnotherForTheSameNumberInAnotherJournal() {
        assertThat(TaskIds.of("5f0c92ab:2147483701")).isNotEqualTo(TaskIds.of("5f0c92ac:2147483701"));
    }

    @Test
    void growsWithTheBrokersNumber() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> ids = new ArrayList<>();
        for (long number = 1; number < 1L << 55; number += 2 + random.nextLong(number)) {
            ids.add(TaskIds.of("5f0c92ab:" + number));
            ids.add(TaskIds.of("5f0c92ab:" + (number + 1)));
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(50);
    }

    @Test
    void isAUuidOfVersion8() {
        UUID id = UUID.fromString(TaskIds.of("5f0c92ab:2147483701"));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void needsTheBrokersNumber() {
        assertThatThrownBy(() -> TaskIds.of("5f0c92ab")).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.core.OperationTimeoutException;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.spi.exception.TargetNotMemberException;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediarouter.message.Unavailable;

class ReachTest {
    static Stream<RuntimeException> absences() {
        return Stream.of(
                new HazelcastInstanceNotActiveException(),
                new OperationTimeoutException("late"),
                new TargetNotMemberException("gone"),
                new SplitBrainProtectionException("alone"));
    }

    @ParameterizedTest
    @MethodSource("absences")
    void aClusterThatIsAwayIsUnavailable(RuntimeException absence) {
        assertThatThrownBy(() -> Reach.call(failing(absence)))
                .isInstanceOf(Unavailable.class)
                .hasCause(absence);
    }

    static Stream<RuntimeException> faults() {
        return Stream.of(
                new IllegalArgumentException("wrong"),
                new NullPointerException(),
                new HazelcastSerializationException("no format"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultStaysAFault(RuntimeException fault) {
        assertThatThrownBy(() -> Reach.call(failing(fault))).isSameAs(fault);
    }

    @Test
    void anOperationThatPerhapsTookPlaceIsRepeated() {
        // given
        AtomicInteger calls = new AtomicInteger();
        // when
        int result = Reach.call(() -> {
            if (calls.incrementAndGet() < 3) {
                throw new IndeterminateOperationStateException("backup?");
            }
            return calls.get();
        });
        // then
        assertThat(result).isEqualTo(3);
    }

    @Test
    void anOperationThatStaysUncertainIsUnavailable() {
        assertThatThrownBy(() -> Reach.call(failing(new IndeterminateOperationStateException("backup?"))))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void anInterruptedThreadStaysInterrupted() {
        assertThatThrownBy(() -> Reach.call(failing(new HazelcastException(new InterruptedException()))))
                .isInstanceOf(Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whoInsistsGoesOnUntilTheClusterIsThere() {
        AtomicInteger calls = new AtomicInteger();
        Reach.insist(
                () -> {
                    if (calls.incrementAndGet() < 2) {
                        Reach.answer(
                                CompletableFuture.failedFuture(new IndeterminateOperationStateException("backup?")));
                    }
                },
                () -> true);
        assertThat(calls).hasValue(2);
    }

    @Test
    void whoInsistsEndsWithItsNode() {
        assertThatThrownBy(() -> Reach.insist(
                        () -> Reach.call(failing(new IndeterminateOperationStateException("backup?"))), () -> false))
                .isInstanceOf(Unavailable.class);
    }

    private static Supplier<Object> failing(RuntimeException fault) {
        return () -> {
            throw fault;
        };
    }
}

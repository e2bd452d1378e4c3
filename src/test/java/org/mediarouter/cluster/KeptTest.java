package org.mediarouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptTest {
    @Test
    void knowsTheLastThirtyTwoOperationsAndNoMore() {
        // given
        Kept kept = Kept.NOTHING;
        // when
        for (int i = 1; i <= 40; i++) {
            kept = kept.with("operation-" + i, new byte[] {(byte) i});
        }
        // then
        assertThat(kept.result("operation-8")).isNull();
        assertThat(kept.result("operation-9")).containsExactly(9);
        assertThat(kept.result("operation-40")).containsExactly(40);
    }

    @Test
    void takesNoMoreRoomThanThirtyTwoOperationsDo() {
        // given
        Kept kept = Kept.NOTHING;
        // when
        for (int i = 100; i < 132; i++) {
            kept = kept.with("operation-" + i, new byte[] {(byte) i});
        }
        int full = kept.entries().length;
        for (int i = 200; i < 300; i++) {
            kept = kept.with("operation-" + i, new byte[] {(byte) i});
        }
        // then
        assertThat(kept.entries()).hasSize(full);
    }

    @Test
    void tellsIdsApartThatEndOrBeginAlike() {
        Kept kept =
                Kept.NOTHING.with("b/a", new byte[0]).with("a/b", new byte[300]).with("", new byte[] {7});
        assertThat(kept.result("a")).isNull();
        assertThat(kept.result("b")).isNull();
        assertThat(kept.result("b/a")).isEmpty();
        assertThat(kept.result("a/b")).hasSize(300);
        assertThat(kept.result("")).containsExactly(7);
    }

    @Test
    void leavesWhatWasKeptBeforeAsItWas() {
        // given
        Kept one = Kept.NOTHING.with("a", new byte[] {1});
        // when
        Kept two = one.with("b", new byte[] {2});
        // then
        assertThat(one.result("b")).isNull();
        assertThat(two.result("a")).containsExactly(1);
    }
}

package org.mediarouter.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One bcrypt is enough for a whole sign-in, and for nobody else's. */
class ProvenPasswordsTest {
    private static final byte[] RIGHT = "right".getBytes(StandardCharsets.UTF_8);
    private long now = Long.MAX_VALUE - 5;
    private final ProvenPasswords proven = new ProvenPasswords(() -> now);

    @Test
    void knowsTheSamePasswordOfTheSameAgent() {
        assertThat(proven.has("1001", "hash", RIGHT)).isFalse();
        proven.add("1001", "hash", RIGHT);
        assertThat(proven.has("1001", "hash", RIGHT)).isTrue();
    }

    @Test
    void knowsNoOtherPasswordAndNoOtherAgent() {
        proven.add("1001", "hash", RIGHT);
        assertThat(proven.has("1001", "hash", "Right".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(proven.has("1001", "hash", new byte[0])).isFalse();
        assertThat(proven.has("1002", "hash", RIGHT)).isFalse();
    }

    @Test
    void forgetsWhenThePasswordIsChangedInTheConfiguration() {
        proven.add("1001", "hash", RIGHT);
        assertThat(proven.has("1001", "another", RIGHT)).isFalse();
    }

    @Test
    void forgetsAfterAMinute() {
        proven.add("1001", "hash", RIGHT);
        now += ProvenPasswords.KEPT.toNanos() - 1;
        assertThat(proven.has("1001", "hash", RIGHT)).isTrue();
        now += 1;
        assertThat(proven.has("1001", "hash", RIGHT)).isFalse();
    }
}

package org.mediarouter.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mediarouter.agent.Seat;

class SecretsTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String PASSWORD = "pass-wörd";

    private final Secrets secrets = Secrets.of(KEY);
    private final byte[] sealed = secrets.seal("1001", PASSWORD);

    @Test
    void whatWasSealedIsOpenedByEveryNodeWithTheKey() throws Exception {
        assertThat(Secrets.of(KEY + "\n").open("1001", sealed)).isEqualTo(PASSWORD);
        assertThat(secrets.seal("1001", PASSWORD)).isNotEqualTo(sealed);
    }

    @Test
    void notWithAnotherKeyAndNotForAnotherAgent() {
        Secrets other = Secrets.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDI=");
        assertThatThrownBy(() -> other.open("1001", sealed)).isInstanceOf(Secrets.Unreadable.class);
        assertThatThrownBy(() -> secrets.open("1002", sealed)).isInstanceOf(Secrets.Unreadable.class);
    }

    @Test
    void eachChangedOrMissingByteIsSeen() {
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            byte[] cut = java.util.Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> secrets.open("1001", changed)).isInstanceOf(Secrets.Unreadable.class);
            assertThatThrownBy(() -> secrets.open("1001", cut)).isInstanceOf(Secrets.Unreadable.class);
        }
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndNotTold() {
        assertThatThrownBy(() -> Secrets.of("c2hvcnQ=")).hasMessage("the key has 5 bytes instead of 32");
        assertThatThrownBy(() -> Secrets.of("no base64!")).hasMessage("the key is not Base64");
    }

    @Test
    void noTextHasThePasswordOrTheKey() {
        Seat seat = new Seat("1001", "2001", sealed, "a", 1, true);
        assertThat(secrets + " " + seat + " " + new Credentials("1001", PASSWORD))
                .doesNotContain(PASSWORD, KEY, "sealed");
    }
}

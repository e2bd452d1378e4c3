package org.mediarouter.routing.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.routing.model.Configuration;

class WithheldTest {
    private static final String ONE = "$2a$04$" + "a".repeat(53);
    private static final String TWO = "$2y$10$" + "./".repeat(26) + "Z";
    private static final Map<String, String> HASHES = Map.of("1", ONE, "2", TWO);
    private static final String TEXT = """
            mediaRoutingDomains:
              - {id: chat, defaultQueue: general}
            queues:
              - {id: general, mrd: chat, steps: [{when: "true"}]}
            agents: # formerly %1$s
              - {id: "1", name: "😀", password: "%1$s", mrds: {chat: {}}}
              - id: "2"
                password: %2$s
                mrds: {chat: {}}
            """.formatted(ONE, TWO);

    private static Configuration read(String text) {
        Reading reading = ConfigurationReader.read("f.yaml", text, HASHES::get);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).configuration();
    }

    private static Mistake refused(String text) {
        Reading reading = ConfigurationReader.read("f.yaml", text);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).mistakes().get(0);
    }

    @Test
    void whatIsShownHasNoHashAndMeansTheSame() {
        String shown = Withheld.from(TEXT);

        assertThat(shown).doesNotContain("$2").contains(Withheld.MARK);
        assertThat(read(shown)).isEqualTo(read(TEXT));
        // All but the comment, where nothing stays as it is.
        assertThat(Withheld.restored(shown, read(shown))).isEqualTo(TEXT.replaceFirst("\\$2a[^ \n]*", Withheld.MARK));
    }

    @Test
    void nothingStaysWhereThereIsNothing() {
        Mistake mistake = refused(Withheld.from(TEXT));

        assertThat(mistake.line()).isEqualTo(6);
        assertThat(mistake.message()).contains(Withheld.MARK, "none of 1 here");
        assertThat(mistake.remedy()).contains("bcrypt hash");
    }

    @Test
    void aHashThatWouldNotBeFoundIsRefused() {
        Mistake mistake = refused(TEXT.replaceFirst(" # formerly.*", "").replace("\"$2a$", "\"\\x242a$"));

        assertThat(mistake.message()).contains("escapes").doesNotContain("2a$");
    }
}

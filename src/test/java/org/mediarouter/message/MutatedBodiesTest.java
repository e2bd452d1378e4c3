package org.mediarouter.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mediarouter.message.Codec.Decoded.Malformed;
import org.mediarouter.message.Codec.Decoded.Understood;

/** Whatever comes, the codec answers: a command or what is wrong, never an exception. */
class MutatedBodiesTest {
    private static final String ODD = "{}[]\":,\\ \u0000\u001f\uFEFF\ud800\udfffäx0-1.eEtfn\n";
    private static final int BODIES = 50_000;

    @Test
    void noMutationOfAnExampleIsMoreThanMalformed() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("MutatedBodiesTest: -Dseed=" + seed);
        Random random = new Random(seed);
        List<Catalogue.Entry> commands = Catalogue.commands().toList();
        int understood = 0;
        for (int i = 0; i < BODIES; i++) {
            Catalogue.Entry entry = commands.get(random.nextInt(commands.size()));
            List<ObjectNode> examples = entry.examples();
            String body = mutate(examples.get(random.nextInt(examples.size())).toString(), random);
            understood += decoded(entry.jmsType(), body, seed) ? 1 : 0;
        }
        assertThat(understood).as("some mutations do no harm").isBetween(1, BODIES - 1);
    }

    private static boolean decoded(String type, String body, long seed) {
        try {
            Codec.Decoded decoded = Codec.command(type, body);
            if (decoded instanceof Malformed malformed) {
                assertThat(malformed.refusal().code().malformed()).isTrue();
                assertThat(malformed.refusal().message()).endsWith(".");
                if (malformed.body() != null) {
                    assertThat(Codec.withoutPassword(malformed.body())).isNotNull();
                }
                return false;
            }
            Command command = ((Understood) decoded).command();
            assertThat(Codec.encode(command)).isNotEmpty();
            return true;
        } catch (RuntimeException e) {
            return fail("seed " + seed + ", " + type + ": " + body, e);
        }
    }

    private static String mutate(String body, Random random) {
        StringBuilder mutated = new StringBuilder(body);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && mutated.length() > 0; i++) {
            int at = random.nextInt(mutated.length());
            char odd = ODD.charAt(random.nextInt(ODD.length()));
            switch (random.nextInt(6)) {
                case 0 -> mutated.setCharAt(at, odd);
                case 1 -> mutated.insert(at, odd);
                case 2 -> mutated.deleteCharAt(at);
                case 3 -> mutated.setLength(at);
                case 4 -> {
                    int end = Math.min(mutated.length(), at + random.nextInt(20));
                    mutated.insert(random.nextInt(mutated.length()), mutated.substring(at, end));
                }
                default -> {
                    List<String> values = new ArrayList<>(
                            List.of("null", "true", "-1", "1e999", "{}", "[]", "\"\"", "\"..\"", "\"\\ud800\""));
                    int colon = mutated.indexOf(":", at);
                    int end = colon < 0 ? -1 : mutated.indexOf(",", colon);
                    if (end > 0) {
                        mutated.replace(colon + 1, end, values.get(random.nextInt(values.size())));
                    }
                }
            }
        }
        return mutated.toString();
    }
}

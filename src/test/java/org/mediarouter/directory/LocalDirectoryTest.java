package org.mediarouter.directory;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mediarouter.agent.AgentDirectory.Answer;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Mode;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;

class LocalDirectoryTest {
    private static final String HASH = BCrypt.withDefaults().hashToString(4, "right".toCharArray());
    private final LocalDirectory directory = new LocalDirectory(
            () -> Configuration.of(
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(agent("1001", AgentMode.STANDALONE, HASH), agent("2001", AgentMode.CC, null))),
            Runnable::run,
            new ProvenPasswords(System::nanoTime));

    private static AgentProfile agent(String id, AgentMode mode, @Nullable String hash) {
        return new AgentProfile(id, id, mode, Map.of(), Map.of(), hash, null);
    }

    private static ErrorCode code(Answer answer) {
        return ((Answer.Refused) answer).refusal().code();
    }

    @Test
    void welcomesTheRightPassword() {
        assertThat(directory.connect("1001", "right", null)).isEqualTo(new Answer.Welcome(Mode.STANDALONE));
        assertThat(directory.verify("1001", "right")).isEqualTo(new Answer.Welcome(Mode.STANDALONE));
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownAgentAlike() {
        assertThat(directory.connect("1001", "wrong", null)).isEqualTo(directory.connect("nobody", "right", null));
        assertThat(code(directory.verify("1001", "wrong"))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void refusesAWrongPasswordAfterTheRightOne() {
        directory.connect("1001", "right", null);
        assertThat(code(directory.verify("1001", "wrong"))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        assertThat(code(directory.verify("nobody", "right"))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        assertThat(directory.verify("1001", "right")).isEqualTo(new Answer.Welcome(Mode.STANDALONE));
    }

    @Test
    void refusesAPasswordLongerThanBcryptKnows() {
        assertThat(code(directory.verify("1001", "right" + "x".repeat(100)))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void asksAnAgentOfTheContactCentreForAnExtensionFirst() {
        assertThat(code(directory.connect("2001", "any", null))).isEqualTo(ErrorCode.MISSING_EXTENSION);
        assertThat(code(directory.connect("2001", "any", "4711"))).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE);
    }

    @Test
    void anUnknownAgentIsHashedToo() {
        // The hash of nobody is a valid one of cost 10: an invalid one would be refused without hashing.
        long began = System.nanoTime();
        directory.verify("nobody", "any");
        assertThat(System.nanoTime() - began).isGreaterThan(5_000_000);
    }
}

package org.mediarouter.directory;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Mode;
import org.mediarouter.message.Refusal;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;

/**
 * The agents of the routing configuration, by the bcrypt hashes of their passwords. An agent whom it doesn't know costs
 * the same time as a wrong password, so that nobody can find out by it who exists.
 */
public final class LocalDirectory implements AgentDirectory {
    private static final Refusal INVALID =
            Refusal.of(ErrorCode.INVALID_CREDENTIALS, "There is no such agent, or the password is wrong.");
    private static final Refusal NO_EXTENSION = Refusal.ofMember(
            ErrorCode.MISSING_EXTENSION, "Extension", "An agent of the contact centre needs an Extension.");
    private static final Refusal NO_CONTACT_CENTRE = Refusal.of(
            ErrorCode.DIRECTORY_UNAVAILABLE, "This system is not connected to a contact centre that could sign in.");

    /** Of a password that nobody has. */
    private static final String NOBODY = "$2a$10$mGXSwSLmxLrG3TIZHjlwEeMAwe3IsHuRjWjZ8WoDkMo1E7YzWtcc6";

    private static final int LONGEST = 72;

    private final Supplier<Configuration> configuration;
    private final Executor hashing;
    private final ProvenPasswords proven;

    /**
     * Over the configuration in force.
     *
     * @param hashing where passwords are hashed: each takes a processor for some 50 ms, which routing needs too
     * @param proven whose passwords need not be hashed again
     */
    LocalDirectory(Supplier<Configuration> configuration, Executor hashing, ProvenPasswords proven) {
        this.configuration = configuration;
        this.hashing = hashing;
        this.proven = proven;
    }

    /** One that hashes on half of the processors at most, and where they are full, lets others go first. */
    public static LocalDirectory over(Supplier<Configuration> configuration) {
        return new LocalDirectory(
                configuration,
                HashingThreads.of(Math.max(1, Runtime.getRuntime().availableProcessors() / 2)),
                new ProvenPasswords(System::nanoTime));
    }

    @Override
    public Answer connect(String agentId, String password, @Nullable String extension) {
        AgentProfile agent = configuration.get().agent(agentId);
        if (agent != null && agent.mode() == AgentMode.CC) {
            return new Answer.Refused(extension == null ? NO_EXTENSION : NO_CONTACT_CENTRE);
        }
        return verify(agentId, password);
    }

    @Override
    public Answer verify(String agentId, String password) {
        AgentProfile agent = configuration.get().agent(agentId);
        if (agent != null && agent.mode() == AgentMode.CC) {
            return new Answer.Refused(NO_CONTACT_CENTRE);
        }
        String hash = agent == null ? null : agent.passwordHash();
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        if (hash == null) {
            matches(bytes, NOBODY);
            return new Answer.Refused(INVALID);
        }
        if (!proven.has(agentId, hash, bytes)) {
            if (!matches(bytes, hash)) {
                return new Answer.Refused(INVALID);
            }
            proven.add(agentId, hash, bytes);
        }
        return new Answer.Welcome(Mode.STANDALONE);
    }

    private boolean matches(byte[] password, String hash) {
        // bcrypt knows 72 bytes; hashing something keeps the time the same.
        boolean possible = password.length <= LONGEST;
        byte[] hashed = possible ? password : new byte[1];
        return CompletableFuture.supplyAsync(() -> matchesHash(hashed, hash), hashing)
                        .join()
                && possible;
    }

    private static boolean matchesHash(byte[] password, String hash) {
        return BCrypt.verifyer().verify(password, hash.getBytes(StandardCharsets.UTF_8)).verified;
    }
}

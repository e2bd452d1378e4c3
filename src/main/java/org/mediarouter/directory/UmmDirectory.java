package org.mediarouter.directory;

import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Mode;
import org.mediarouter.message.Refusal;

/** Agents whose passwords UMM checks (docs/umm.md). A sign-in is asked once: a second try could lock an account. */
public final class UmmDirectory implements AgentDirectory {
    private static final Refusal INVALID =
            Refusal.of(ErrorCode.INVALID_CREDENTIALS, "There is no such agent, or the password is wrong.");
    private static final Refusal AWAY =
            Refusal.of(ErrorCode.DIRECTORY_UNAVAILABLE, "The directory of agents (UMM) does not answer as it should.");

    private final Umm umm;

    public UmmDirectory(Umm umm) {
        this.umm = umm;
    }

    @Override
    public Answer connect(String agentId, String password, @Nullable String extension) {
        return verify(agentId, password);
    }

    @Override
    public Answer verify(String agentId, String password) {
        return switch (umm.ask(agentId, password)) {
            case WELCOME -> new Answer.Welcome(Mode.STANDALONE);
            case REFUSED -> new Answer.Refused(INVALID);
            case UNAVAILABLE -> new Answer.Refused(AWAY);
        };
    }
}

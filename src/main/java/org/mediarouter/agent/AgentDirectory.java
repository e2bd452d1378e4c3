package org.mediarouter.agent;

import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Mode;
import org.mediarouter.message.Refusal;

/**
 * Who may sign in (protocol, rows 1 and 2): the local directory, UMM, or a contact centre. May be slow: it is asked only
 * off the line of {@code General}.
 */
public interface AgentDirectory {
    /** What the directory says. */
    sealed interface Answer {
        /**
         * The agent is who he says he is.
         *
         * @param outside after Connect in contact-centre mode: how the agent stands there now
         */
        record Welcome(Mode mode, @Nullable OutsideState outside) implements Answer {
            public Welcome(Mode mode) {
                this(mode, null);
            }
        }

        /** INVALID_CREDENTIALS (also for an unknown agent), MISSING_EXTENSION or DIRECTORY_UNAVAILABLE. */
        record Refused(Refusal refusal) implements Answer {}
    }

    /** For Connect: authenticates and, in contact-centre mode, signs the agent in. */
    Answer connect(String agentId, String password, @Nullable String extension);

    /** For Login to one more MRD: authenticates again. */
    Answer verify(String agentId, String password);
}

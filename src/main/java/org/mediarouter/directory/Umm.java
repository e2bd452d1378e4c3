package org.mediarouter.directory;

/** The user management that is asked over REST: port to the route {@code directory-umm}. */
public interface Umm {
    /** What it says. */
    enum Verdict {
        WELCOME,
        REFUSED,
        /** Away, too slow, or it said something that is no answer. */
        UNAVAILABLE
    }

    /** Asks once. The password is in nothing that is logged or thrown. */
    Verdict ask(String agentId, String password);
}

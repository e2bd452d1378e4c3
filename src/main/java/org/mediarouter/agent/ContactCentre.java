package org.mediarouter.agent;

import org.jspecify.annotations.Nullable;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Refusal;

/** The contact centre that routes an agent's calls. May be slow: it is asked only off the line of {@code General}. */
public interface ContactCentre {
    /** A system without one: no agent can have signed in to it. */
    ContactCentre NONE = (agentId, wish) -> new Answer.Refused(Refusal.of(
            ErrorCode.AGENT_NOT_CONNECTED,
            "The agent has no session with a contact centre: this system is connected to none."));

    /** What is asked of it for an agent. */
    sealed interface Wish {
        /** Signed in; who is, stays as he is. */
        record SignIn() implements Wish {}

        /** Calls, please; during a call: after it. */
        record Ready() implements Wish {}

        /** No calls; during a call: after it. */
        record NotReady(@Nullable Integer reasonCodeId) implements Wish {}

        /**
         * Out.
         *
         * @param force not ready first, if need be
         */
        record SignOut(boolean force, @Nullable Integer reasonCodeId) implements Wish {}
    }

    /** What came of it. */
    sealed interface Answer {
        /** How the agent stands now that it has been done. */
        record Done(OutsideState state) implements Answer {}

        /**
         * INVALID_STATE_TRANSITION, INVALID_MEMBER, INVALID_CREDENTIALS or DIRECTORY_UNAVAILABLE; AGENT_NOT_CONNECTED where the
         * agent has no session with it, so that nothing here depends on it.
         */
        record Refused(Refusal refusal) implements Answer {}
    }

    /** Carries a wish out, and waits until it has taken effect. Again for what is already so: done. */
    Answer ask(String agentId, Wish wish);
}

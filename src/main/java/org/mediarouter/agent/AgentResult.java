package org.mediarouter.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.Refusal;

/**
 * What an operation on an agent's record came to. It is kept with the record, so that the operation, when it comes again,
 * has the same result.
 *
 * @param refusal why nothing was changed
 * @param changes the states that result, in order, as they are to be told
 * @param state the state in the MRD concerned, changed or not; null where the operation concerns none
 * @param stirred states in other MRDs that are the same as before, though there is room for a task now that was not, or no
 *     more: for the engine alone
 * @param displaced what the agent must give up because of it, for the caller to move and then to release
 * @param heard after a Chat Server's command: where the agent hears, so that nobody need ask again
 */
public record AgentResult(
        @Nullable Refusal refusal,
        List<AgentState> changes,
        @Nullable AgentState state,
        List<AgentState> stirred,
        List<Displaced> displaced,
        @Nullable Whereabouts heard) {

    AgentResult(
            @Nullable Refusal refusal,
            List<AgentState> changes,
            @Nullable AgentState state,
            List<AgentState> stirred,
            List<Displaced> displaced) {
        this(refusal, changes, state, stirred, displaced, null);
    }

    /** The same with where the agent hears of it. */
    AgentResult heardAt(Whereabouts whereabouts) {
        return new AgentResult(refusal, changes, state, stirred, displaced, whereabouts);
    }

    /**
     * A task that the agent can't keep.
     *
     * @param hold RESERVED is an offer to be withdrawn
     * @param alsoAccepted whether it must go even where the agent accepts the offer meanwhile
     */
    public record Displaced(String mrd, String taskId, Held hold, boolean alsoAccepted) {}

    static AgentResult refused(Refusal refusal) {
        return new AgentResult(refusal, List.of(), null, List.of(), List.of());
    }
}

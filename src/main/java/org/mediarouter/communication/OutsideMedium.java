package org.mediarouter.communication;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.ContactCentre;
import org.mediarouter.agent.ContactCentre.Wish;
import org.mediarouter.agent.MrdState;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.assignment.Assignment;
import org.mediarouter.assignment.Terms;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;

/** The medium, calls, that a contact centre routes: what of an agent's commands goes there, and what comes back of it. */
public final class OutsideMedium {
    private final ContactCentre contactCentre;
    private final AgentStore agents;
    private final Supplier<Configuration> configuration;

    public OutsideMedium(ContactCentre contactCentre, AgentStore agents, Supplier<Configuration> configuration) {
        this.contactCentre = contactCentre;
        this.agents = agents;
        this.configuration = configuration;
    }

    /** Whether what the agent asks for in that MRD is asked of the contact centre too. */
    public boolean concerns(String agentId, String mrdId) {
        Configuration now = configuration.get();
        AgentProfile agent = now.agent(agentId);
        Mrd mrd = now.mrd(mrdId);
        return agent != null
                && agent.mode() == AgentMode.CC
                && mrd != null
                && (mrd.outside().external() || mrd.outside().blend());
    }

    /** Whether the contact centre alone decides there. */
    boolean decides(String mrdId) {
        Mrd mrd = configuration.get().mrd(mrdId);
        return mrd != null && mrd.outside().external();
    }

    /** Asks, and waits. */
    ContactCentre.Answer ask(String agentId, Wish wish) {
        return contactCentre.ask(agentId, wish);
    }

    /** The contact centre's id of a reason; null where none is configured. */
    @Nullable
    Integer reasonCodeId(String agentId, @Nullable String reason) {
        return reason == null
                ? null
                : external(configuration.get(), agentId).stream()
                        .map(mrd -> mrd.outside().externalReasonCodes().get(reason))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether the agent is logged in to another MRD from which log-out goes to the contact centre. */
    boolean blendedElsewhere(String agentId, String mrdId) {
        return agents.get(agentId).mrds().values().stream()
                .filter(state -> state.loggedIn() && !state.mrd().equals(mrdId))
                .map(MrdState::mrd)
                .anyMatch(other -> !decides(other) && concerns(agentId, other));
    }

    /**
     * The agent's state in each external MRD becomes what the contact centre says.
     *
     * @return the result in the last of them; null where the agent is in none
     */
    @Nullable
    AgentResult follow(Assignment assignment, String agentId, OutsideState said) {
        Configuration now = configuration.get();
        AgentResult last = null;
        for (Mrd mrd : external(now, agentId)) {
            last = assignment.agent(
                    "outside/" + mrd.id(),
                    agentId,
                    new AgentOperation.Follow(mrd.id(), Terms.forAgent(now, agentId, mrd), named(mrd, said)));
        }
        return last;
    }

    /** The contact centre's ids of reasons, in our codes. */
    private static OutsideState named(Mrd mrd, OutsideState said) {
        String reason = said.reason();
        if (reason == null || !reason.matches("\\d{1,9}")) {
            return said;
        }
        String ours = mrd.outside().reasonOf(Integer.parseInt(reason));
        return new OutsideState(
                said.loggedIn(),
                said.unsure(),
                said.ready(),
                ours == null ? reason : ours,
                said.call(),
                said.since(),
                said.read());
    }

    private static List<Mrd> external(Configuration now, String agentId) {
        AgentProfile agent = now.agent(agentId);
        return agent == null
                ? List.of()
                : agent.mrds().keySet().stream()
                        .sorted()
                        .map(mrd -> requireNonNull(now.mrd(mrd)))
                        .filter(mrd -> mrd.outside().external())
                        .toList();
    }
}

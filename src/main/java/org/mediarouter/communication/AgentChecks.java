package org.mediarouter.communication;

import org.jspecify.annotations.Nullable;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Refusal;
import org.mediarouter.routing.model.Configuration;

/** What the configuration says against a command that names an agent and an MRD, in the protocol's order. */
final class AgentChecks {
    private AgentChecks() {}

    static @Nullable Refusal agent(Configuration configuration, String agentId) {
        return configuration.agent(agentId) == null
                ? Refusal.of(ErrorCode.AGENT_NOT_FOUND, "There is no agent " + agentId + ".")
                : null;
    }

    static @Nullable Refusal inMrd(Configuration configuration, String agentId, String mrd) {
        if (configuration.mrd(mrd) == null) {
            return Refusal.of(ErrorCode.MRD_NOT_FOUND, "There is no Media Routing Domain " + mrd + ".");
        }
        return configuration.capacity(agentId, mrd) > 0
                ? null
                : Refusal.of(ErrorCode.AGENT_NOT_IN_MRD, "The agent " + agentId + " does not work in " + mrd + ".");
    }
}

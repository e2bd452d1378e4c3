package org.mediarouter.directory;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;

/** Asks for each agent the directory of the agent's mode. */
public final class ByMode implements AgentDirectory {
    private final AgentDirectory standalone;
    private final AgentDirectory contactCentre;
    private final Supplier<Configuration> configuration;

    public ByMode(AgentDirectory standalone, AgentDirectory contactCentre, Supplier<Configuration> configuration) {
        this.standalone = standalone;
        this.contactCentre = contactCentre;
        this.configuration = configuration;
    }

    @Override
    public Answer connect(String agentId, String password, @Nullable String extension) {
        return of(agentId).connect(agentId, password, extension);
    }

    @Override
    public Answer verify(String agentId, String password) {
        return of(agentId).verify(agentId, password);
    }

    private AgentDirectory of(String agentId) {
        AgentProfile agent = configuration.get().agent(agentId);
        return agent != null && agent.mode() == AgentMode.CC ? contactCentre : standalone;
    }
}

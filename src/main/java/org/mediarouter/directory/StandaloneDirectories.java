package org.mediarouter.directory;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.routing.model.AgentMode;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;

/** Chooses for each standalone agent: {@code directory: umm} in routing.yaml has no password there; all others are local. */
public final class StandaloneDirectories implements AgentDirectory {
    private final AgentDirectory local;
    private final AgentDirectory umm;
    private final Supplier<Configuration> configuration;

    public StandaloneDirectories(AgentDirectory local, AgentDirectory umm, Supplier<Configuration> configuration) {
        this.local = local;
        this.umm = umm;
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
        boolean outside = agent != null && agent.mode() == AgentMode.STANDALONE && agent.passwordHash() == null;
        return outside ? umm : local;
    }
}

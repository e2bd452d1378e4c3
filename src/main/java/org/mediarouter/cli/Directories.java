package org.mediarouter.cli;

import java.time.Clock;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.Connection;
import org.mediarouter.agent.ContactCentre;
import org.mediarouter.agent.MrdState;
import org.mediarouter.broker.BrokerConnection;
import org.mediarouter.cluster.ClusterNode;
import org.mediarouter.communication.OutsideMedium;
import org.mediarouter.console.InForce;
import org.mediarouter.directory.ByMode;
import org.mediarouter.directory.LocalDirectory;
import org.mediarouter.directory.StandaloneDirectories;
import org.mediarouter.directory.Umm;
import org.mediarouter.directory.UmmDirectory;
import org.mediarouter.finesse.FinesseCentre;
import org.mediarouter.finesse.KnownAgents;
import org.mediarouter.finesse.Secrets;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.Command;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Login;
import org.mediarouter.message.Mode;
import org.mediarouter.route.ReportPost;
import org.mediarouter.route.UmmCall;

/** Who may sign in to a node: the agents of the local directory and of UMM, and those of the contact centre. */
final class Directories {
    private final AgentDirectory all;
    private final OutsideMedium outside;
    private final @Nullable FinesseCentre finesse;

    private Directories(AgentDirectory all, OutsideMedium outside, @Nullable FinesseCentre finesse) {
        this.all = all;
        this.outside = outside;
        this.finesse = finesse;
    }

    /**
     * As the settings say.
     *
     * @param camel what runs the route to UMM
     */
    static Directories open(
            Settings settings,
            Parts parts,
            ClusterNode cluster,
            BrokerConnection jms,
            InForce configuration,
            Supplier<CamelContext> camel,
            Clock clock) {
        Umm umm = settings.ummUrl().isEmpty() ? (agentId, password) -> Umm.Verdict.UNAVAILABLE : new UmmCall(camel);
        AgentDirectory standalone =
                new StandaloneDirectories(LocalDirectory.over(configuration), new UmmDirectory(umm), configuration);
        @Nullable FinesseCentre finesse = finesse(settings, parts, cluster, jms, configuration, clock);
        ContactCentre contactCentre = finesse == null ? ContactCentre.NONE : finesse;
        return new Directories(
                finesse == null ? standalone : new ByMode(standalone, finesse, configuration),
                new OutsideMedium(contactCentre, cluster.agents(), configuration),
                finesse);
    }

    private static @Nullable FinesseCentre finesse(
            Settings settings,
            Parts parts,
            ClusterNode cluster,
            BrokerConnection jms,
            InForce configuration,
            Clock clock) {
        Settings.ContactCentre contactCentre = settings.contactCentre();
        Secrets secrets = contactCentre.secrets();
        if (!contactCentre.finesse().configured() || secrets == null || !settings.has(Role.COMMUNICATION_SERVER)) {
            return null;
        }
        ReportPost post = parts.closing(new ReportPost(jms));
        return parts.closing(FinesseCentre.open(
                contactCentre.finesse(),
                cluster.seats(),
                secrets,
                post,
                known(settings, cluster.agents(), configuration, clock),
                clock));
    }

    private static KnownAgents known(Settings settings, AgentStore agents, InForce configuration, Clock clock) {
        return new KnownAgents() {
            @Override
            public boolean connected(String agentId) {
                AgentRecord agent = agents.get(agentId);
                return cc(agent) && agent.connected(clock.instant(), settings.connectedFor());
            }

            @Override
            public Collection<String> signedIn() {
                return configuration.get().mrds().values().stream()
                        .filter(mrd -> mrd.outside().external())
                        .flatMap(mrd ->
                                agents.inMrd(mrd.id()).stream().filter(agent -> cc(agent) && sure(agent.in(mrd.id()))))
                        .map(AgentRecord::id)
                        .collect(Collectors.toSet());
            }
        };
    }

    private static boolean cc(AgentRecord agent) {
        Connection connection = agent.connection();
        return connection != null && connection.mode() == Mode.CC;
    }

    private static boolean sure(@Nullable MrdState state) {
        return state != null && state.loggedIn() && state.unsureUntil() == null;
    }

    AgentDirectory all() {
        return all;
    }

    /** The media that are routed elsewhere. */
    OutsideMedium outside() {
        return outside;
    }

    /** Where the agents of a contact centre are; null without one. */
    @Nullable
    FinesseCentre finesse() {
        return finesse;
    }

    /** Whether a command must leave the line of General: directories and contact centres are slow. */
    boolean slow(Command command) {
        return command instanceof Connect
                || command instanceof Login
                || (command instanceof AgentStateRequest request && outside.concerns(request.agentId(), request.mrd()));
    }
}

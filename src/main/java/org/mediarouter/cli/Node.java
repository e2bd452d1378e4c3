package org.mediarouter.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.jms.JMSException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.Connection;
import org.mediarouter.agent.ContactCentre;
import org.mediarouter.broker.BrokerConnection;
import org.mediarouter.broker.BrokerSettings;
import org.mediarouter.broker.EmbeddedBroker;
import org.mediarouter.cluster.ClusterNode;
import org.mediarouter.cluster.ClusterSettings;
import org.mediarouter.communication.Answers;
import org.mediarouter.communication.ClientDestinations;
import org.mediarouter.communication.OutsideMedium;
import org.mediarouter.console.Answer;
import org.mediarouter.console.ConfigurationDesk;
import org.mediarouter.console.Endpoint;
import org.mediarouter.console.ExplanationEndpoint;
import org.mediarouter.console.HttpDoor;
import org.mediarouter.console.InForce;
import org.mediarouter.console.StatisticsEndpoint;
import org.mediarouter.directory.ByMode;
import org.mediarouter.directory.LocalDirectory;
import org.mediarouter.directory.StandaloneDirectories;
import org.mediarouter.directory.Umm;
import org.mediarouter.directory.UmmDirectory;
import org.mediarouter.engine.Engine;
import org.mediarouter.engine.Explanations;
import org.mediarouter.finesse.FinesseCentre;
import org.mediarouter.finesse.Secrets;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.Command;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Login;
import org.mediarouter.message.Mode;
import org.mediarouter.route.AgentLog;
import org.mediarouter.route.ConsumerPause;
import org.mediarouter.route.Flow;
import org.mediarouter.route.InHand;
import org.mediarouter.route.Jms;
import org.mediarouter.route.OpenSignIns;
import org.mediarouter.route.Outages;
import org.mediarouter.route.Patience;
import org.mediarouter.route.ReportPost;
import org.mediarouter.route.RouteDeployer;
import org.mediarouter.route.TellingOrder;
import org.mediarouter.route.Traffic;
import org.mediarouter.route.UmmCall;
import org.mediarouter.route.Waking;
import org.mediarouter.routing.model.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running node: the list of its parts, and the order in which they start and end. */
final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final long FIGURES_EVERY_MS = 250;
    private static final long FORGETS_EVERY_MINUTES = 10;

    private final Settings settings;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private @Nullable EmbeddedBroker broker;
    private @Nullable BrokerConnection connection;

    private Node(Settings settings) {
        this.settings = settings;
    }

    /**
     * Starts a node, and returns when it takes messages.
     *
     * @throws RuntimeException a part can't start; what had started before has been stopped
     */
    static Node start(Settings settings, Configuration configuration) throws Exception {
        Node node = new Node(settings);
        try {
            if (settings.brokerAlone()) {
                node.openBroker();
            } else {
                node.open(configuration);
            }
            return node;
        } catch (Exception | java.lang.Error e) {
            node.close();
            throw e;
        }
    }

    private void openBroker() throws Exception {
        EmbeddedBroker started = startBroker();
        Main camel = new Main();
        camel.bind("metricsRegistry", new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        camel.setOverrideProperties(CamelSettings.of(settings));
        camel.configure().withName(settings.node());
        camel.configure().setRoutesIncludePattern("false");
        parts.push(camel::stop);
        camel.start();
        HealthCheckRegistry.get(camel.getCamelContext()).register(new BrokerHealth(started));
    }

    private void open(Configuration ofFile) throws Exception {
        Clock clock = Clock.systemUTC();
        CompletableFuture<ClusterNode> joining =
                CompletableFuture.supplyAsync(() -> ClusterNode.start(cluster(), settings.database()));
        BrokerConnection jms;
        ClusterNode cluster;
        try {
            jms = connect();
        } finally {
            cluster = joined(joining);
        }
        InForce configuration = closing(InForce.open(
                cluster.configurations(),
                settings.routing().toString(),
                Files.readString(settings.routing()),
                ofFile,
                settings.node(),
                clock));
        InHand inHand = closing(InHand.open(settings.data().resolve("in-hand")));
        Outages outages = new Outages(clock);
        Patience patience = Patience.ordinary(outages);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Answers answers = new Answers(cluster.agents());
        ClientDestinations destinations = new ClientDestinations(settings.destinations());
        Main camel = new Main();
        AgentDirectory local = standalone(configuration, camel);
        @Nullable FinesseCentre finesse = finesse(cluster, jms, clock);
        AgentDirectory directory = finesse == null ? local : new ByMode(local, finesse, configuration);
        ContactCentre contactCentre = finesse == null ? ContactCentre.NONE : finesse;
        @Nullable FinesseFigures finesseFigures = finesse == null ? null : new FinesseFigures(finesse);
        if (finesseFigures != null) {
            finesseFigures.follow(meters);
        }
        OutsideMedium outside = new OutsideMedium(contactCentre, cluster.agents(), configuration);
        Engine engine = new Engine(
                cluster.agents(),
                cluster.tasks(),
                cluster.plans(),
                cluster.queueFigures(),
                configuration,
                settings.taskQueued(),
                cluster.archive());
        AgentLog log = new AgentLog(agent -> configuration.get().agent(agent) != null);
        Traffic traffic = new Traffic(meters, log, offer -> Figures.wait(cluster.tasks(), offer));
        Supplier<CamelContext> context = camel::getCamelContext;
        ConsumerPause pause = new ConsumerPause(context, outages, patience, cluster::probe);
        TellingOrder order = new TellingOrder();
        Flow flow = new Flow(new Flow.Parts(
                jms,
                new Handlers(cluster, order, answers, configuration, outside, settings.connectedFor())
                        .legs(directory, destinations, engine),
                cluster.signInLine(),
                answers,
                destinations,
                engine::forget,
                inHand,
                patience,
                order,
                cluster::save,
                traffic,
                pause::begin,
                command -> slow(command, outside),
                clock));
        Waking waking = new Waking(jms);
        Figures figures = new Figures(cluster.figures());
        figures.follow(meters, configuration.get());
        ScheduledExecutorService background = background(engine, waking, cluster, clock);
        configuration.onChange(next -> {
            figures.follow(meters, next);
            waking.due(next.mrds().keySet());
            background.execute(() -> wake(waking, clock));
        });

        flow.steps().forEach(camel::bind);
        camel.bind("jms", Jms.component(jms.connectionFactory(), flow.transactions()));
        camel.bind("metricsRegistry", meters);
        camel.setOverrideProperties(CamelSettings.of(settings));
        camel.configure().withName(settings.node());
        FlowFiles files = new FlowFiles(settings);
        camel.configure().setRoutesIncludePattern(files.pattern());
        if (settings.has(Role.COMMUNICATION_SERVER)) {
            new OpenSignIns(jms, cluster.signInLine()).enter();
        }
        parts.push(camel::stop);
        camel.start();
        parts.push(patience::stop);
        RouteDeployer routes =
                closing(RouteDeployer.watch(settings.routes(), files::runs, settings.values(), context, pause));
        new RouteFigures(routes, cluster.routeRevisions()).follow(meters, background);
        HealthCheckRegistry.get(camel.getCamelContext())
                .register(new Health(outages, pause, cluster, routes, broker, finesseFigures));
        if (settings.http().port() > 0) {
            HttpDoor.open(camel.getCamelContext(), settings.http().port(), endpoints(cluster, configuration, clock));
        }
        // What was put into force or fell due while no node ran.
        waking.due(configuration.get().mrds().keySet());
    }

    /** Where the agents of a contact centre are; null without one. */
    private @Nullable FinesseCentre finesse(ClusterNode cluster, BrokerConnection jms, Clock clock) {
        Settings.ContactCentre contactCentre = settings.contactCentre();
        Secrets secrets = contactCentre.secrets();
        if (!contactCentre.finesse().configured() || secrets == null || !settings.has(Role.COMMUNICATION_SERVER)) {
            return null;
        }
        ReportPost post = closing(new ReportPost(jms));
        return closing(FinesseCentre.open(
                contactCentre.finesse(),
                cluster.seats(),
                secrets,
                post,
                agentId -> connected(cluster.agents().get(agentId), clock),
                clock));
    }

    private boolean connected(AgentRecord agent, Clock clock) {
        Connection connection = agent.connection();
        return connection != null
                && connection.mode() == Mode.CC
                && agent.connected(clock.instant(), settings.connectedFor());
    }

    /** Directories and contact centres are slow: what is asked of them leaves the line of General. */
    private static boolean slow(Command command, OutsideMedium outside) {
        return command instanceof Connect
                || command instanceof Login
                || (command instanceof AgentStateRequest request && outside.concerns(request.agentId(), request.mrd()));
    }

    /** Of the agents who belong to no contact centre. */
    private AgentDirectory standalone(InForce configuration, Main camel) {
        Umm umm = settings.ummUrl().isEmpty()
                ? (agentId, password) -> Umm.Verdict.UNAVAILABLE
                : new UmmCall(camel::getCamelContext);
        return new StandaloneDirectories(LocalDirectory.over(configuration), new UmmDirectory(umm), configuration);
    }

    /** What can be asked over HTTP, beside health and metrics. */
    private List<Endpoint> endpoints(ClusterNode cluster, InForce configuration, Clock clock) {
        Explanations explanations =
                new Explanations(cluster.agents(), cluster.tasks(), cluster.archive(), configuration);
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(Endpoint.get(
                "/cluster",
                ask -> Answer.of(Map.of(
                        "node",
                        settings.node(),
                        "members",
                        cluster.members(),
                        "routes",
                        cluster.routeRevisions().all()))));
        endpoints.add(ExplanationEndpoint.over(explanations, clock));
        endpoints.add(StatisticsEndpoint.over(cluster.tasks(), cluster.archive(), configuration, clock));
        endpoints.addAll(
                new ConfigurationDesk(configuration, cluster.configurations(), cluster.agents(), cluster.tasks(), clock)
                        .endpoints());
        return endpoints;
    }

    private ClusterSettings cluster() {
        return new ClusterSettings(
                settings.hazelcast(),
                settings.node(),
                settings.cluster().name(),
                settings.cluster().port(),
                settings.cluster().members());
    }

    private ClusterNode joined(CompletableFuture<ClusterNode> joining) {
        try {
            return closing(joining.join());
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private BrokerConnection connect() throws JMSException {
        String url = settings.broker().url();
        if (settings.embeddedBroker()) {
            url = startBroker().url();
        }
        connection = closing(BrokerConnection.open(
                url, settings.broker().user(), settings.broker().password()));
        return connection;
    }

    private EmbeddedBroker startBroker() {
        EmbeddedBroker started = closing(EmbeddedBroker.start(new BrokerSettings(
                settings.brokerConfiguration(),
                settings.brokerUsers(),
                settings.brokerRoles(),
                settings.data().resolve("broker"),
                settings.broker().host(),
                settings.broker().port(),
                true)));
        broker = started;
        return started;
    }

    private static void wake(Waking waking, Clock clock) {
        try {
            waking.wake(clock.instant());
        } catch (JMSException | RuntimeException e) {
            LOG.debug("MRDs could not be woken; they will be", e);
        }
    }

    private void forget(ClusterNode cluster, Clock clock) {
        try {
            cluster.forget(clock.instant(), settings.keepsClosedTasksFor());
        } catch (RuntimeException e) {
            LOG.debug("what is old could not be deleted; it will be", e);
        }
    }

    /** What is done every quarter of a second, or beside everything else. */
    private ScheduledExecutorService background(Engine engine, Waking waking, ClusterNode cluster, Clock clock) {
        ScheduledExecutorService figures = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "queue-figures");
            thread.setDaemon(true);
            return thread;
        });
        figures.scheduleWithFixedDelay(
                () -> {
                    wake(waking, clock);
                    try {
                        engine.publishFigures(clock.instant());
                    } catch (RuntimeException e) {
                        LOG.debug("figures could not be published", e);
                    }
                },
                FIGURES_EVERY_MS,
                FIGURES_EVERY_MS,
                TimeUnit.MILLISECONDS);
        figures.scheduleWithFixedDelay(() -> forget(cluster, clock), 1, FORGETS_EVERY_MINUTES, TimeUnit.MINUTES);
        parts.push(figures::shutdownNow);
        return figures;
    }

    private <T extends AutoCloseable> T closing(T part) {
        parts.push(part);
        return part;
    }

    /** The port that clients connect to; that of an outside broker is not known. */
    int brokerPort() {
        return broker == null ? settings.broker().port() : broker.port();
    }

    /** How many messages are in a queue. */
    long depth(String queue) {
        try {
            return connection == null ? 0 : connection.addresses().depth(queue);
        } catch (JMSException e) {
            throw new IllegalStateException("the broker can't be asked", e);
        }
    }

    /** Ends the parts in the reverse order: consumers first, what is in hand is finished, then the cluster and the broker. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not end in order", part, e);
            }
        }
    }
}

package org.mediarouter.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.mediarouter.broker.BrokerConnection;
import org.mediarouter.broker.EmbeddedBroker;
import org.mediarouter.cluster.ClusterNode;
import org.mediarouter.cluster.ClusterSettings;
import org.mediarouter.communication.Answers;
import org.mediarouter.communication.ClientDestinations;
import org.mediarouter.console.ConfigurationDesk;
import org.mediarouter.console.HttpDoor;
import org.mediarouter.console.InForce;
import org.mediarouter.engine.Engine;
import org.mediarouter.route.AgentLog;
import org.mediarouter.route.ConsumerPause;
import org.mediarouter.route.Flow;
import org.mediarouter.route.InHand;
import org.mediarouter.route.Jms;
import org.mediarouter.route.Listening;
import org.mediarouter.route.OpenSignIns;
import org.mediarouter.route.Outages;
import org.mediarouter.route.Patience;
import org.mediarouter.route.RouteDeployer;
import org.mediarouter.route.TellingOrder;
import org.mediarouter.route.Traffic;
import org.mediarouter.route.Waking;
import org.mediarouter.routing.model.Configuration;

/** A running node: the list of its parts, and the order in which they start. */
final class Node implements AutoCloseable {
    private final Settings settings;
    private final Parts parts = new Parts();
    private final NodeBroker broker;

    private Node(Settings settings) {
        this.settings = settings;
        this.broker = new NodeBroker(settings, parts);
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
        EmbeddedBroker started = broker.embed();
        Main camel = new Main();
        camel.bind("metricsRegistry", new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        camel.setOverrideProperties(CamelSettings.of(settings));
        camel.configure().withName(settings.node());
        camel.configure().setRoutesIncludePattern("false");
        parts.closing(camel::stop);
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
            jms = broker.connect();
        } finally {
            cluster = joined(joining);
        }
        InForce configuration = parts.closing(InForce.open(
                cluster.configurations(),
                settings.routing().toString(),
                Files.readString(settings.routing()),
                ofFile,
                settings.node(),
                clock));
        InHand inHand = parts.closing(InHand.open(settings.data().resolve("in-hand")));
        Outages outages = new Outages(clock);
        Patience patience = Patience.ordinary(outages);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Answers answers = new Answers(cluster.agents());
        ClientDestinations destinations = new ClientDestinations(settings.destinations());
        Main camel = new Main();
        Supplier<CamelContext> context = camel::getCamelContext;
        Directories directories = Directories.open(settings, parts, cluster, jms, configuration, context, clock);
        @Nullable
        FinesseFigures finesse = directories.finesse() == null ? null : new FinesseFigures(directories.finesse());
        if (finesse != null) {
            finesse.follow(meters);
        }
        Engine engine = new Engine(
                cluster.agents(),
                cluster.tasks(),
                cluster.plans(),
                cluster.queueFigures(),
                configuration,
                settings.taskQueued(),
                cluster.archive(),
                Engine.AT_ONCE,
                clock);
        AgentLog log = new AgentLog(agent -> configuration.get().agent(agent) != null);
        Traffic traffic = new Traffic(meters, log, offer -> Figures.wait(cluster.tasks(), offer));
        ConsumerPause pause = new ConsumerPause(context, outages, patience, cluster::probe);
        TellingOrder order = new TellingOrder();
        Flow flow = new Flow(new Flow.Parts(
                jms,
                new Handlers(cluster, order, answers, configuration, directories.outside(), settings.connectedFor())
                        .legs(directories.all(), destinations, engine),
                cluster.signInLine(),
                answers,
                destinations,
                engine::forget,
                engine::comesAgain,
                inHand,
                patience,
                order,
                cluster::save,
                cluster::forgetUnsaved,
                traffic,
                pause::begin,
                directories::slow,
                clock));
        Waking waking = new Waking(jms);
        Figures figures = new Figures(cluster.figures());
        figures.follow(meters, configuration.get());
        Upkeep upkeep = Upkeep.begin(parts, engine, waking, cluster, settings.keepsClosedTasksFor(), clock);
        configuration.onChange(next -> {
            figures.follow(meters, next);
            waking.due(next.mrds().keySet());
            upkeep.wakeSoon();
        });

        flow.steps().forEach(camel::bind);
        camel.bind("jms", Jms.component(jms.connectionFactory(), flow.transactions()));
        camel.bind("metricsRegistry", meters);
        camel.setOverrideProperties(CamelSettings.of(settings));
        camel.configure().withName(settings.node());
        FlowFiles files = new FlowFiles(settings);
        camel.configure().setRoutesIncludePattern(files.pattern());
        if (settings.has(Role.COMMUNICATION_SERVER)) {
            new OpenSignIns(jms, cluster.signInLine(), patience).enter();
        }
        parts.closing(camel::stop);
        camel.start();
        parts.closing(() -> Listening.cease(camel.getCamelContext()));
        parts.closing(patience::stop);
        RouteDeployer routes =
                parts.closing(new RouteDeployer(settings.routes(), files::runs, settings.values(), context, pause));
        routes.begin();
        new RouteFigures(routes, cluster.routeRevisions()).follow(meters, upkeep.thread());
        ConfigurationDesk desk = new ConfigurationDesk(
                configuration, cluster.configurations(), cluster.agents(), cluster.tasks(), clock);
        @Nullable UmmSync umm = UmmSync.begin(settings, parts, configuration, desk, context, clock);
        if (umm != null) {
            umm.follow(meters);
        }
        HealthCheckRegistry.get(camel.getCamelContext())
                .register(new Health(outages, pause, cluster, routes, jms, broker.embedded(), finesse, umm));
        if (settings.http().port() > 0) {
            HttpDoor.open(
                    camel.getCamelContext(),
                    settings.http().port(),
                    Questions.of(settings.node(), cluster, configuration, desk, clock));
        }
        // What was put into force or fell due while no node ran.
        waking.due(configuration.get().mrds().keySet());
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
            return parts.closing(joining.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The port that clients connect to; that of an outside broker is not known. */
    int brokerPort() {
        return broker.port();
    }

    /** How many messages are in a queue. */
    long depth(String queue) {
        return broker.depth(queue);
    }

    @Override
    public void close() {
        parts.close();
    }
}

package org.mediarouter.route;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.broker.BrokerFixture;
import org.mediarouter.communication.Answers;
import org.mediarouter.communication.ClientDestinations;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.ChatServerRestore;
import org.mediarouter.message.Command;
import org.mediarouter.message.Conference;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Error;
import org.mediarouter.message.GetAgentState;
import org.mediarouter.message.GetQueueState;
import org.mediarouter.message.GetTaskState;
import org.mediarouter.message.Handler;
import org.mediarouter.message.Login;
import org.mediarouter.message.Message;
import org.mediarouter.message.NewTask;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.OutsideStateChanged;
import org.mediarouter.message.Restored;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskAgentTransferred;
import org.mediarouter.message.TaskConferenced;
import org.mediarouter.message.TaskQueued;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.message.Transfer;
import org.mediarouter.message.WakeUp;
import org.springframework.util.FileSystemUtils;

/** The shipped routes on a real broker, with handlers that a test writes. */
final class RoutesFixture implements AutoCloseable {
    final BrokerFixture broker;
    final RememberedLine line = new RememberedLine();
    final Outages outages = new Outages(Clock.systemUTC());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Map<String, AgentRecord> agents = new ConcurrentHashMap<>();
    final List<String> newOwners = new java.util.concurrent.CopyOnWriteArrayList<>();
    final List<String> comeAgain = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final Map<String, Handler<Message>> handlers = new ConcurrentHashMap<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Patience patience =
            new Patience(outages, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(500));
    private final ConsumerPause pause;
    private final Path directory = Files.createTempDirectory("routes");
    private final Set<String> steps;
    volatile Runnable probe = () -> {};
    volatile Runnable save = () -> {};

    RoutesFixture() throws Exception {
        broker = BrokerFixture.start();
        pause = new ConsumerPause(() -> camel, outages, patience, () -> probe.run());
        AgentStore store = new Agents();
        TellingOrder order = new TellingOrder();
        Flow flow = new Flow(new Flow.Parts(
                broker.connection(),
                legs(),
                line,
                new Answers(store),
                new ClientDestinations(List.of("Agent.#", "Client.#", "ChatServer", "ChatServer.#")),
                newOwners::add,
                (group, operation) -> comeAgain.add(group),
                InHand.open(directory.resolve("in-hand")),
                patience,
                order,
                () -> save.run(),
                () -> {},
                new Traffic(meters, new AgentLog(agent -> true), offer -> Duration.ofSeconds(3)),
                pause::begin,
                command -> command instanceof Connect || command instanceof Login,
                Clock.systemUTC()));
        Properties settings = new Properties();
        for (String queue : List.of("sign-in", "routing-engine", "communication-server")) {
            settings.setProperty("mediarouter.consumers." + queue, "2");
        }
        settings.setProperty("mediarouter.umm.url", "");
        settings.setProperty("mediarouter.umm.agents-url", "");
        camel.getPropertiesComponent().setInitialProperties(settings);
        camel.addComponent("jms", Jms.component(broker.connection().connectionFactory(), flow.transactions()));
        steps = new TreeSet<>(flow.steps().keySet());
        flow.steps().forEach(camel.getRegistry()::bind);
        load();
        camel.start();
    }

    private void load() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            var resources = files.sorted()
                    .map(file -> ResourceHelper.resolveResource(camel, "file:" + file))
                    .toList();
            PluginHelper.getRoutesLoader(camel).loadRoutes(resources);
        }
    }

    /** What a leg does, for example {@code general.Task}. */
    void on(String leg, Handler<Message> handler) {
        handlers.put(leg, handler);
    }

    Set<String> steps() {
        return steps;
    }

    boolean paused() {
        return pause.paused();
    }

    private Legs legs() {
        Legs legs = new Legs();
        general(legs, "AgentState", AgentStateRequest.class);
        general(legs, "TaskState", TaskStateRequest.class);
        general(legs, "Task", Task.class);
        general(legs, "Conference", Conference.class);
        general(legs, "Transfer", Transfer.class);
        general(legs, "Connect", Connect.class);
        general(legs, "Login", Login.class);
        general(legs, "GetAgentState", GetAgentState.class);
        general(legs, "GetTaskState", GetTaskState.class);
        general(legs, "GetQueueState", GetQueueState.class);
        general(legs, "chat-server-restore", ChatServerRestore.class);
        for (Class<? extends Message> type : List.of(
                AgentState.class, TaskState.class, NewTask.class, WakeUp.class, Conference.class, Transfer.class)) {
            legs.engine(type.getSimpleName(), type, (m, e) -> handle("routing-engine." + type.getSimpleName(), m, e));
        }
        for (Class<? extends Message> type : List.of(
                AgentState.class,
                TaskState.class,
                TaskAgentSelected.class,
                TaskConferenced.class,
                TaskAgentTransferred.class,
                TaskQueued.class,
                OutsideStateChanged.class,
                Error.class)) {
            String leg = "communication-server." + type.getSimpleName();
            legs.relay(type.getSimpleName(), type, (m, e) -> handle(leg, m, e));
        }
        return legs;
    }

    private <M extends Command> void general(Legs legs, String type, Class<M> record) {
        legs.general(type, record, (m, e) -> handle("general." + type, m, e));
    }

    private List<Outgoing> handle(String leg, Message message, Envelope envelope) {
        return handlers.getOrDefault(leg, RoutesFixture::answer).handle(message, envelope);
    }

    /** An answer that can be recognized: {@code Restored}, to the reply address or {@code ChatServer}. */
    static List<Outgoing> answer(Message message, Envelope envelope) {
        Destination to = envelope.replyTo() == null ? Destination.CHAT_SERVER : envelope.replyTo();
        return List.of(Outgoing.told(to, new Restored(0, 0, envelope.time()), envelope.correlation()));
    }

    @Override
    public void close() throws IOException {
        patience.stop();
        camel.close();
        broker.close();
        FileSystemUtils.deleteRecursively(directory);
    }

    private final class Agents implements AgentStore {
        @Override
        public AgentRecord get(String agentId) {
            return agents.getOrDefault(agentId, AgentRecord.unknown(agentId));
        }

        @Override
        public AgentResult apply(String operationId, String agentId, AgentOperation operation, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AgentRecord> inMrd(String mrd) {
            return List.of();
        }

        @Override
        public Collection<String> loggedIn() {
            return List.of();
        }
    }
}

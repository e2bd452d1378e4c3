package org.mediarouter.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.Seeded;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.ContactCentre;
import org.mediarouter.communication.AgentStateRelay;
import org.mediarouter.communication.Answers;
import org.mediarouter.communication.ChatServerRestoreHandler;
import org.mediarouter.communication.ClientDestinations;
import org.mediarouter.communication.ConnectHandler;
import org.mediarouter.communication.ErrorRelay;
import org.mediarouter.communication.GetAgentStateHandler;
import org.mediarouter.communication.GetQueueStateHandler;
import org.mediarouter.communication.GetTaskStateHandler;
import org.mediarouter.communication.LoginHandler;
import org.mediarouter.communication.OutsideMedium;
import org.mediarouter.communication.TaskEventRelay;
import org.mediarouter.communication.TaskHandler;
import org.mediarouter.communication.TaskStateRelay;
import org.mediarouter.engine.Engine;
import org.mediarouter.engine.NewTaskHandler;
import org.mediarouter.engine.WakeUpHandler;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.ChatServerRestore;
import org.mediarouter.message.Codec;
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
import org.mediarouter.message.Mode;
import org.mediarouter.message.NewTask;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskQueued;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.message.Transfer;
import org.mediarouter.message.WakeUp;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.task.TaskRecord;

/**
 * Communication Server and engine with queues in memory. A message is consumed, and all that follows from it sent, at once
 * or not at all: with {@link #crashing} set, a part of the deliveries is lost after the state has changed and comes again.
 */
final class World {
    private static final Duration CONNECTED_FOR = Duration.ofHours(8);
    /** Steps of a first look in one message: few, so that they are cut short. */
    static final int AT_ONCE = 2;

    final MemoryStores stores = new MemoryStores();
    final Map<Destination, Deque<Outgoing>> inboxes = new LinkedHashMap<>();
    private final Map<String, Deque<Delivery>> queues = new TreeMap<>();
    private final PriorityQueue<Delivery> scheduled = new PriorityQueue<>(
            Comparator.comparing((Delivery d) -> d.outgoing().deliverAt()).thenComparing(Delivery::number));
    private final Map<Class<? extends Message>, Handler<? extends Message>> commands = new HashMap<>();
    private final Map<Class<? extends Message>, Handler<? extends Message>> engine = new HashMap<>();
    private final Map<Class<? extends Message>, Handler<? extends Message>> relays = new HashMap<>();
    private final Engine router;
    private final Random random;
    private Instant now = Instant.parse("2026-01-01T08:00:00Z");
    private long number;
    double crashing;

    /** How probable it is, before each change of a record, that a message of another line is handled whole. */
    double interleaving;

    private final Set<Deque<Delivery>> inHand = Collections.newSetFromMap(new IdentityHashMap<>());

    /** How long a message takes that has been received, before it is handled. */
    Duration slowness = Duration.ZERO;

    int crashes;

    private record Delivery(long number, Outgoing outgoing) {}

    World(Configuration configuration, long seed) {
        random = Seeded.random(seed);
        stores.agents.between = this::interleave;
        stores.tasks.between = this::interleave;
        Supplier<Configuration> settings = () -> configuration;
        Answers answers = new Answers(stores.agents);
        AgentDirectory directory = new Everybody();
        ClientDestinations destinations = new ClientDestinations(List.of("Agent.#", "Client.#", "ChatServer"));
        OutsideMedium outside = new OutsideMedium(ContactCentre.NONE, stores.agents, settings);
        commands.put(
                Connect.class,
                new ConnectHandler(directory, stores.agents, stores.tasks, answers, destinations, outside));
        commands.put(
                Login.class,
                new LoginHandler(directory, stores.agents, stores.tasks, answers, settings, outside, CONNECTED_FOR));
        commands.put(
                AgentStateRequest.class,
                new org.mediarouter.communication.AgentStateHandler(
                        stores.agents, stores.tasks, answers, settings, outside));
        commands.put(
                TaskStateRequest.class,
                new org.mediarouter.communication.TaskStateHandler(stores.agents, stores.tasks, answers, settings));
        commands.put(Task.class, new TaskHandler(stores.tasks, answers, settings));
        commands.put(
                Conference.class,
                new org.mediarouter.communication.ConferenceHandler(stores.agents, stores.tasks, answers, settings));
        commands.put(
                Transfer.class,
                new org.mediarouter.communication.TransferHandler(stores.agents, stores.tasks, answers, settings));
        commands.put(GetAgentState.class, new GetAgentStateHandler(stores.agents, answers, settings, CONNECTED_FOR));
        commands.put(GetTaskState.class, new GetTaskStateHandler(stores.tasks, stores.figures, answers));
        commands.put(GetQueueState.class, new GetQueueStateHandler(stores.figures, answers, settings));
        commands.put(ChatServerRestore.class, new ChatServerRestoreHandler(stores.agents, stores.tasks, answers));
        router = new Engine(
                stores.agents,
                stores.tasks,
                stores.plans,
                stores.figures,
                settings,
                true,
                new Forgetful(),
                AT_ONCE,
                () -> now);
        engine.put(NewTask.class, new NewTaskHandler(router));
        engine.put(AgentState.class, new org.mediarouter.engine.AgentStateHandler(router));
        engine.put(TaskState.class, new org.mediarouter.engine.TaskStateHandler(router));
        engine.put(Conference.class, new org.mediarouter.engine.ConferenceHandler(router));
        engine.put(Transfer.class, new org.mediarouter.engine.TransferHandler(router));
        engine.put(WakeUp.class, new WakeUpHandler(router));
        TaskEventRelay events = new TaskEventRelay(stores.tasks, answers);
        relays.put(AgentState.class, new AgentStateRelay(stores.agents));
        relays.put(TaskState.class, new TaskStateRelay(stores.tasks, events));
        relays.put(Error.class, new ErrorRelay(answers));
        relays.put(org.mediarouter.message.TaskAgentSelected.class, events);
        relays.put(TaskQueued.class, events);
        relays.put(org.mediarouter.message.TaskConferenced.class, events);
        relays.put(org.mediarouter.message.TaskAgentTransferred.class, events);
    }

    /** Lets everybody in. */
    private static final class Everybody implements AgentDirectory {
        @Override
        public Answer connect(String agentId, String password, @Nullable String extension) {
            return new Answer.Welcome(Mode.STANDALONE);
        }

        @Override
        public Answer verify(String agentId, String password) {
            return new Answer.Welcome(Mode.STANDALONE);
        }
    }

    Instant now() {
        return now;
    }

    /** So much time passes in the middle of what is being handled. */
    void lapse(Duration time) {
        now = now.plus(time);
    }

    /** As a Chat Server would, with its own reply queue. */
    void send(Message command) {
        enqueue(new Outgoing(
                Destination.GENERAL, command, "c" + number, null, Destination.queue("Client.test"), List.of(), null));
    }

    /** Another node has that MRD from now on. */
    void takeOver(String mrd) {
        router.forget(mrd);
    }

    /** Everything that can be handled now, from one queue or another as chance has it. */
    void settle() {
        while (step()) {}
    }

    /** A few deliveries only: the rest is still under way. */
    void steps(int count) {
        for (int i = 0; i < count && step(); i++) {}
    }

    /** Lets time pass; what is scheduled comes when it is due. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        settle();
        while (!scheduled.isEmpty() && !due(scheduled.peek()).isAfter(end)) {
            Delivery next = scheduled.remove();
            now = due(next).isAfter(now) ? due(next) : now;
            queue(next.outgoing()).add(next);
            settle();
        }
        now = end;
        router.publishFigures(now);
    }

    private static Instant due(Delivery delivery) {
        return java.util.Objects.requireNonNull(delivery.outgoing().deliverAt());
    }

    /** In each line one message is handled after the other, but the lines are as many threads, on as many nodes. */
    private void interleave() {
        if (random.nextDouble() < interleaving) {
            step();
        }
    }

    /** A delivery from any line that has no other in hand; false where there is none. */
    private boolean step() {
        List<Deque<Delivery>> ready = queues.values().stream()
                .filter(queue -> !queue.isEmpty() && !inHand.contains(queue))
                .toList();
        if (ready.isEmpty()) {
            return false;
        }
        Deque<Delivery> queue = ready.get(random.nextInt(ready.size()));
        inHand.add(queue);
        transaction(queue);
        inHand.remove(queue);
        return true;
    }

    /**
     * One transaction: a message, or a few of an MRD's line, with all that follows from them. (Of commands, what was refused and
     * never told may well be done the second time, after what came behind it.)
     */
    private void transaction(Deque<Delivery> queue) {
        List<Delivery> together = new ArrayList<>();
        do {
            together.add(queue.remove());
        } while (isOfEngine(together.get(0)) && together.size() < 4 && !queue.isEmpty() && random.nextInt(3) == 0);
        now = now.plusMillis(1);
        List<List<Outgoing>> out = new ArrayList<>();
        boolean lost = random.nextDouble() < crashing;
        // What is lost with some of the messages handled comes again with all of them.
        int before = lost ? 1 + random.nextInt(together.size()) : together.size();
        together.subList(0, before).forEach(delivery -> out.add(handle(delivery)));
        while (lost) {
            // The records have changed, the transaction is lost, and perhaps something else comes in between.
            crashes++;
            now = now.plusMillis(random.nextInt(5));
            comeAgain(together, out);
            lost = random.nextDouble() < crashing;
        }
        out.forEach(all -> all.forEach(this::enqueue));
    }

    /**
     * To the same node, whose transaction was rolled back, or to another; or from a broker that was killed, and has forgotten
     * how often it has delivered them.
     */
    private void comeAgain(List<Delivery> together, List<List<Outgoing>> out) {
        Delivery first = together.get(0);
        @Nullable String mrd = isOfEngine(first) ? first.outgoing().group() : null;
        boolean counted = random.nextInt(3) > 0;
        if (mrd != null && (!counted || random.nextBoolean())) {
            router.forget(mrd);
        }
        for (int i = 0; i < together.size(); i++) {
            Delivery delivery = together.get(i);
            if (mrd != null && counted) {
                router.comesAgain(mrd, operation(delivery));
            }
            List<Outgoing> again = handle(delivery);
            if (i == out.size()) {
                out.add(again);
                continue;
            }
            // A router built anew may know more than the lost one did, and do more: but all that was done is told.
            List<String> told = described(out.get(i));
            if (!told.isEmpty()) {
                assertThat(described(again))
                        .as("the same results for %s", delivery)
                        .containsSubsequence(told);
            }
            out.set(i, again);
        }
    }

    private static boolean isOfEngine(Delivery delivery) {
        return delivery.outgoing().to().equals(Destination.ROUTING_ENGINE);
    }

    private static String operation(Delivery delivery) {
        return "world:" + delivery.number();
    }

    /** What clients can see of it; the wake-ups are the engine's own affair. */
    private static List<String> described(List<Outgoing> out) {
        return out.stream()
                .filter(o -> !(o.body() instanceof WakeUp) && !(o.body() instanceof TaskQueued))
                .map(o -> o.to() + " " + Codec.encode(o.body()).replaceAll("\"Time\":\"[^\"]*\",?", ""))
                .toList();
    }

    private List<Outgoing> handle(Delivery delivery) {
        Outgoing in = delivery.outgoing();
        Envelope envelope =
                new Envelope(operation(delivery), in.correlation(), in.replyTo(), "chat-server", in.audience(), now);
        now = now.plus(slowness);
        Map<Class<? extends Message>, Handler<? extends Message>> handlers =
                switch (in.to().name()) {
                    case "General" -> commands;
                    case "RoutingEngine" -> engine;
                    default -> relays;
                };
        @SuppressWarnings("unchecked")
        Handler<Message> handler = (Handler<Message>) handlers.get(in.body().getClass());
        assertThat(handler).as("a handler for %s in %s", in.body(), in.to()).isNotNull();
        return handler.handle(in.body(), envelope);
    }

    private void enqueue(Outgoing outgoing) {
        Delivery delivery = new Delivery(number++, outgoing);
        if (outgoing.deliverAt() != null && outgoing.deliverAt().isAfter(now)) {
            scheduled.add(delivery);
        } else {
            queue(outgoing).add(delivery);
        }
    }

    private Deque<Delivery> queue(Outgoing outgoing) {
        String name = outgoing.to().name();
        if (name.equals("General") || name.equals("RoutingEngine") || name.equals("CommunicationServer")) {
            return queues.computeIfAbsent(name + "/" + outgoing.group(), n -> new ArrayDeque<>());
        }
        inboxes.computeIfAbsent(outgoing.to(), n -> new ArrayDeque<>()).add(outgoing);
        return new ArrayDeque<>();
    }

    /** All that has arrived there since the last time. */
    List<Message> received(String queue) {
        Deque<Outgoing> inbox = inboxes.remove(Destination.queue(queue));
        return inbox == null ? List.of() : inbox.stream().map(Outgoing::body).toList();
    }

    /** What must hold once everything has been handled. */
    void assertConsistent() {
        for (AgentRecord agent : stores.agents.all()) {
            agent.mrds().values().forEach(state -> {
                assertThat(state.held().size())
                        .as("%s holds no more than he may: %s", agent.id(), state)
                        .isLessThanOrEqualTo(state.terms().capacity());
                state.held().forEach((taskId, held) -> {
                    TaskRecord task = stores.tasks.get(taskId);
                    assertThat(task).isNotNull();
                    assertThat(task.concerned())
                            .as("%s holds %s as %s, which is %s", agent.id(), taskId, held, task)
                            .contains(agent.id());
                });
            });
        }
        for (TaskRecord task : stores.tasks.all()) {
            for (String agent : task.concerned()) {
                assertThat(stores.agents.get(agent).in(task.mrd()).held())
                        .as("%s is on %s", agent, task)
                        .containsKey(task.id());
            }
            if (task.state() == TaskStateName.CLOSED || task.state() == TaskStateName.QUEUED) {
                assertThat(task.concerned()).isEmpty();
            }
        }
    }

    List<TaskRecord> open() {
        List<TaskRecord> open = new ArrayList<>(stores.tasks.all());
        open.removeIf(task -> task.state() == TaskStateName.CLOSED);
        return open;
    }
}

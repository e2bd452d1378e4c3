package org.mediarouter.chatserver;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.ChatServerRestore;
import org.mediarouter.message.Command;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Error;
import org.mediarouter.message.GetTaskState;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskAgentTransferred;
import org.mediarouter.message.TaskConferenced;
import org.mediarouter.message.TaskState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reference Chat Server. One thread, the desk, takes all that comes in and all that falls due, asks the agents and
 * customers what they do, and does it; nobody waits for anything.
 */
public final class ChatServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatServer.class);
    private static final Duration RECONNECT = Duration.ofMillis(500);
    /** How long after its end a task is asked about: a second end would have shown by then. */
    private static final Duration VERIFY_AFTER = Duration.ofSeconds(2);

    private record Asked(Command command, @Nullable VirtualAgent agent) {}

    private final Scenario scenario;
    private final InstantSource clock;
    private final BrokerLink link;
    private final Map<String, VirtualAgent> agents = new LinkedHashMap<>();
    private final Customers customers = new Customers();
    private final Ledger ledger = new Ledger();
    private final Room room = new Room(agents, customers);
    /** Commands not yet answered, by correlation. */
    private final Map<String, Asked> unanswered = new HashMap<>();

    private final ScheduledThreadPoolExecutor desk;
    private final String run;
    private final Arrivals arrivals;
    private long numbers;
    private long unreadable;
    private boolean doorsOpen;
    private boolean arrivalsOver;
    private Instant opened = Instant.EPOCH;

    public ChatServer(ConnectionFactory factory, Scenario scenario, InstantSource clock) {
        this.scenario = scenario;
        this.clock = clock;
        this.run = scenario.name() + "-" + Long.toString(clock.millis(), 36);
        SplittableRandom random = new SplittableRandom(scenario.seed());
        this.arrivals = scenario.arrivals().get();
        Dice dice = new Dice(scenario.behaviour().odds(), random.split());
        List<String> queues = new ArrayList<>(List.of(scenario.queue(), Destination.CHAT_SERVER.name()));
        for (AgentProfile profile : scenario.agents()) {
            agents.put(
                    Destination.ofAgent(profile.id()).name(),
                    new VirtualAgent(profile, scenario.behaviour(), dice, random.split(), room));
            queues.add(Destination.ofAgent(profile.id()).name());
        }
        this.link = new BrokerLink(factory, queues, new Ears());
        this.desk = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "chat-server-desk");
            thread.setDaemon(true);
            return thread;
        });
        desk.setRemoveOnCancelPolicy(true);
        desk.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Connects and has every agent sign in; {@link #snapshot()} says how many have.
     *
     * @throws JMSException the broker isn't there or refuses
     */
    public void start() throws JMSException {
        Optional<JMSException> failure = onDesk(() -> {
            try {
                link.open();
                return Optional.empty();
            } catch (JMSException e) {
                return Optional.of(e);
            }
        });
        if (failure.isPresent()) {
            throw failure.get();
        }
        later(Duration.ZERO, () -> {
            List<String> ids = scenario.agents().stream().map(AgentProfile::id).toList();
            send(new ChatServerRestore(ids), null);
            agents.values().forEach(agent -> carryOut(agent, agent.due(new Intent.SignIn())));
        });
    }

    /** Lets customers in, and begins the agents' shifts. */
    public void openDoors() {
        later(Duration.ZERO, () -> {
            doorsOpen = true;
            opened = clock.instant();
            for (VirtualAgent agent : agents.values()) {
                for (AgentProfile.Shift shift : agent.profile().shifts()) {
                    remind(agent, shift.from(), new Intent.BeginShift());
                    remind(agent, shift.to(), new Intent.EndShift());
                }
            }
            nextArrival();
        });
    }

    /** Lets nobody in any more and sends those home who wait; tasks that agents have accepted go on to their end. */
    public void closeDoors() {
        later(Duration.ZERO, () -> {
            doorsOpen = false;
            arrivalsOver = true;
            room.close();
            customers.sendHome(false).forEach(action -> carryOut(null, action));
        });
    }

    /** Ends what is left, whoever works on it, and asks about every task whose end isn't verified. */
    public void endAll() {
        later(Duration.ZERO, () -> {
            customers.sendHome(true).forEach(action -> carryOut(null, action));
            ledger.tasksToVerify().forEach(this::verify);
        });
    }

    /**
     * Has the agents log out.
     *
     * @param atOnce whatever they hold
     */
    public void sendAgentsHome(boolean atOnce) {
        later(
                Duration.ZERO,
                () -> agents.values()
                        .forEach(agent ->
                                carryOut(agent, atOnce ? agent.due(new Intent.LeaveAtOnce()) : agent.leave())));
    }

    /** How things stand. */
    public Snapshot snapshot() {
        return onDesk(() -> Snapshot.of(this));
    }

    @Override
    public void close() {
        later(Duration.ZERO, link::close);
        desk.shutdown();
        try {
            if (!desk.awaitTermination(10, TimeUnit.SECONDS)) {
                desk.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Ledger ledger() {
        return ledger;
    }

    Iterable<VirtualAgent> agents() {
        return agents.values();
    }

    boolean arrivalsOver() {
        return arrivalsOver;
    }

    int unansweredCommands() {
        return unanswered.size();
    }

    long unreadable() {
        return unreadable;
    }

    Duration open() {
        return doorsOpen || arrivalsOver ? Duration.between(opened, clock.instant()) : Duration.ZERO;
    }

    private void nextArrival() {
        Optional<Arrival> next = doorsOpen ? arrivals.next() : Optional.empty();
        if (next.isEmpty()) {
            arrivalsOver = true;
            return;
        }
        Duration delay =
                Duration.between(clock.instant(), opened.plus(next.get().at()));
        later(delay, () -> {
            if (doorsOpen) {
                String request = run + "-" + numbers++;
                ledger.asked(request, next.get().hour(), clock.instant());
                customers.arrive(request, next.get()).forEach(action -> carryOut(null, action));
                nextArrival();
            }
        });
    }

    private void take(Inbound in) {
        Asked asked = in.correlation() == null ? null : unanswered.remove(in.correlation());
        if (in.message() instanceof Error error) {
            ledger.error(error);
            refused(asked, error);
            return;
        }
        VirtualAgent agent = agents.get(in.queue());
        if (in.message() instanceof TaskConferenced told) {
            ledger.conferenced(told);
        } else if (in.message() instanceof TaskAgentTransferred told) {
            ledger.transferred(told);
        } else if (agent != null && in.message() instanceof TaskAgentSelected offered) {
            ledger.selected(offered, in.received());
        }
        if (agent != null) {
            carryOut(agent, agent.on(in.message(), in.received()));
        } else if (in.message() instanceof TaskState told) {
            String ended = ledger.told(told, in.received());
            customers.on(told).forEach(action -> carryOut(null, action));
            if (ended != null) {
                later(VERIFY_AFTER, () -> verify(ended));
            }
        }
    }

    private void refused(@Nullable Asked asked, Error error) {
        if (asked == null) {
            return;
        }
        LOG.debug("{} refused: {}", asked.command(), error.message());
        if (asked.agent() != null) {
            carryOut(asked.agent(), asked.agent().refused(asked.command(), error));
        } else if (asked.command() instanceof Task task && task.requestId() != null) {
            customers.refused(task.requestId());
            ledger.refusedTask(task.requestId());
        }
    }

    private void verify(String taskId) {
        send(new GetTaskState(taskId), null);
    }

    private void carryOut(@Nullable VirtualAgent agent, List<Action> actions) {
        actions.forEach(action -> carryOut(agent, action));
    }

    private void carryOut(@Nullable VirtualAgent agent, Action action) {
        if (action instanceof Action.Send send) {
            send(send.command(), agent);
        } else if (action instanceof Action.Later later) {
            remind(agent, later.delay(), later.intent());
        }
    }

    private void remind(@Nullable VirtualAgent agent, Duration delay, Intent intent) {
        later(delay, () -> {
            if (agent != null) {
                carryOut(agent, agent.due(intent));
            } else if (intent instanceof Intent.GiveUp giveUp) {
                carryOut(null, customers.on(giveUp));
            }
        });
    }

    /**
     * An agent's commands name the agent, so their answers come to the agent's destination without more ado; what names
     * none says where the answer shall go.
     */
    private void send(Command command, @Nullable VirtualAgent agent) {
        String correlation =
                command instanceof Task task && task.requestId() != null ? task.requestId() : run + "." + numbers++;
        String replyTo = agent == null
                ? scenario.queue()
                : command instanceof GetTaskState
                        ? Destination.ofAgent(agent.profile().id()).name()
                        : null;
        unanswered.put(correlation, new Asked(command, agent));
        link.send(command, correlation, replyTo);
    }

    private void later(Duration delay, Runnable work) {
        try {
            desk.schedule(() -> guarded(work), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("The desk is closed", e);
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The Chat Server failed at a step and goes on with the next", e);
        }
    }

    private <T> T onDesk(Callable<T> work) {
        try {
            return desk.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The Chat Server failed", e.getCause());
        }
    }

    private void reconnect(long lostEpoch, Exception cause) {
        if (lostEpoch != link.epoch()) {
            return;
        }
        LOG.warn("The broker is away ({}); trying again", cause.toString());
        link.close();
        try {
            link.open();
            LOG.info("The broker is back");
        } catch (JMSException e) {
            long epoch = link.epoch();
            later(RECONNECT, () -> reconnect(epoch, e));
        }
    }

    private final class Ears implements BrokerLink.Listener {
        @Override
        public void received(String queue, Message message) throws JMSException {
            Instant received = clock.instant();
            String type = message.getJMSType();
            String correlation = message.getJMSCorrelationID();
            String body = message instanceof TextMessage text ? text.getText() : "";
            later(Duration.ZERO, () -> {
                org.mediarouter.message.@Nullable Message decoded;
                try {
                    decoded = Inbound.decode(type, body);
                } catch (IllegalArgumentException e) {
                    unreadable++;
                    LOG.warn("A {} that isn't one, in {}", type, queue, e);
                    return;
                }
                if (decoded != null) {
                    take(new Inbound(queue, correlation, decoded, received));
                }
            });
        }

        @Override
        public void lost(long epoch, Exception cause) {
            later(Duration.ZERO, () -> reconnect(epoch, cause));
        }
    }
}

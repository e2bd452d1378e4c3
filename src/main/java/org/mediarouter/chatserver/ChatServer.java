package org.mediarouter.chatserver;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.ChatServerRestore;
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
    /** How long after its end a task is asked about: a second end would have shown by then. */
    private static final Duration VERIFY_AFTER = Duration.ofSeconds(2);

    private final Scenario scenario;
    private final InstantSource clock;
    private final Desk desk = new Desk();
    private final Post post;
    /** By destination. */
    private final Map<String, VirtualAgent> agents = new LinkedHashMap<>();

    private final Customers customers = new Customers();
    private final Ledger ledger = new Ledger();
    private final Room room = new Room(agents, customers);
    private final String run;
    private final Arrivals arrivals;
    private long requests;
    private boolean doorsOpen;
    private boolean arrivalsOver;
    private Instant opened = Instant.EPOCH;

    public ChatServer(BrokerAccess access, Scenario scenario, InstantSource clock) {
        this(access, scenario, clock, Witness.NONE);
    }

    /** @param witness sees all that goes out and comes in */
    public ChatServer(BrokerAccess access, Scenario scenario, InstantSource clock, Witness witness) {
        this.scenario = scenario;
        this.clock = clock;
        this.run = scenario.name() + "-" + Long.toString(clock.millis(), 36);
        SplittableRandom random = new SplittableRandom(scenario.seed());
        this.arrivals = scenario.arrivals().get();
        Dice dice = new Dice(scenario.behaviour().odds(), random.split());
        List<String> queues = new ArrayList<>(List.of(scenario.queue(), Destination.CHAT_SERVER.name()));
        for (AgentProfile profile : scenario.agents()) {
            String destination = Destination.ofAgent(profile.id()).name();
            agents.put(destination, new VirtualAgent(profile, scenario.behaviour(), dice, random.split(), room));
            queues.add(destination);
        }
        this.post = new Post(access, queues, scenario.queue(), run, desk, clock, this::take, witness);
    }

    /**
     * Connects and has every agent sign in; {@link #snapshot()} says how many have. Whatever an earlier Chat Server left is
     * put in order first: offers are withdrawn, and who is logged in says anew whether he is there.
     *
     * @throws JMSException the broker isn't there or refuses
     */
    public void start() throws JMSException {
        Optional<JMSException> failure = desk.ask(post::open);
        if (failure.isPresent()) {
            throw failure.get();
        }
        desk.now(() -> {
            List<String> ids = scenario.agents().stream().map(AgentProfile::id).toList();
            post.send(new ChatServerRestore(ids), null);
            agents.values().forEach(agent -> carryOut(agent, agent.due(new Intent.SignIn())));
        });
    }

    /** Lets customers in, and begins the agents' shifts. */
    public void openDoors() {
        desk.now(() -> {
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
        desk.now(() -> {
            doorsOpen = false;
            arrivalsOver = true;
            room.close();
            carryOut(null, customers.sendHome(false));
        });
    }

    /** Ends what is left, whoever works on it, and asks about every task whose end isn't verified. */
    public void endAll() {
        desk.now(() -> {
            carryOut(null, customers.sendHome(true));
            ledger.tasksToVerify().forEach(this::verify);
        });
    }

    /**
     * Has the agents log out.
     *
     * @param atOnce whatever they hold
     */
    public void sendAgentsHome(boolean atOnce) {
        desk.now(() -> agents.values()
                .forEach(agent -> carryOut(agent, atOnce ? agent.due(new Intent.LeaveAtOnce()) : agent.leave())));
    }

    /** How things stand. */
    public Snapshot snapshot() {
        return desk.ask(() -> Snapshot.of(this));
    }

    @Override
    public void close() {
        desk.now(post::close);
        desk.close();
    }

    Ledger ledger() {
        return ledger;
    }

    Post post() {
        return post;
    }

    Iterable<VirtualAgent> agents() {
        return agents.values();
    }

    boolean arrivalsOver() {
        return arrivalsOver;
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
        Arrival customer = next.get();
        desk.later(Duration.between(clock.instant(), opened.plus(customer.at())), () -> {
            if (doorsOpen) {
                String request = run + "-" + requests++;
                ledger.asked(request, customer.hour(), clock.instant());
                carryOut(null, customers.arrive(request, customer));
                nextArrival();
            }
        });
    }

    private void take(Inbound in) {
        Post.@Nullable Asked asked = post.answeredBy(in);
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
            carryOut(null, customers.on(told));
            if (ended != null) {
                desk.later(VERIFY_AFTER, () -> verify(ended));
            }
        }
    }

    private void refused(Post.@Nullable Asked asked, Error error) {
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
        post.send(new GetTaskState(taskId), null);
    }

    private void carryOut(@Nullable VirtualAgent agent, List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof Action.Send send) {
                post.send(send.command(), agent);
            } else if (action instanceof Action.Later later) {
                remind(agent, later.delay(), later.intent());
            }
        }
    }

    private void remind(@Nullable VirtualAgent agent, Duration delay, Intent intent) {
        desk.later(delay, () -> {
            if (agent != null) {
                carryOut(agent, agent.due(intent));
            } else if (intent instanceof Intent.GiveUp giveUp) {
                carryOut(null, customers.on(giveUp));
            }
        });
    }
}

package org.mediarouter.engine;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.MrdState;
import org.mediarouter.assignment.Assignment;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.routing.Decision;
import org.mediarouter.routing.MrdRouter;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.task.Archive;
import org.mediarouter.task.PlanStore;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One MRD on the node that owns it: its router, and the handling of one message of its line after the other.
 *
 * <p>A message is handled in rounds. In each, what has changed is shown to the router; what the router decides becomes a
 * plan, which is kept and then carried out; the last round has nothing to do. The first message after a take-over finds no
 * router: it is built from the records. A message that comes again may have been handled before, at a node that is no more or
 * in a transaction that was lost: what was planned then is carried out first.
 */
final class MrdLine {
    private static final Logger LOG = LoggerFactory.getLogger(MrdLine.class);

    /**
     * More messages than share a transaction. So many of the first after a take-over may have been handled before in one that
     * was lost, even if they don't say so: a broker that was killed has forgotten how often it has delivered them.
     */
    private static final int REMEMBERED = 64;

    /**
     * After a node has gone, the cluster's query may leave out for moments what is being moved (hazelcast/hazelcast issue 17497);
     * what it left out has no other advocate than a second look, so many ms later.
     */
    private static final long SECOND_LOOK_MS = 5000;

    private final String mrd;
    private final AgentStore agents;
    private final TaskStore tasks;
    private final PlanStore plans;
    private final Supplier<Configuration> configuration;
    private final WakeUps wakeUps;
    private final @Nullable Places places;
    private final Remembering remembering;
    private final InstantSource clock;
    private final Set<String> handled = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private boolean comesAgain;
    private long secondLook = Long.MAX_VALUE;
    private @Nullable MrdRouter router;
    private @Nullable Configuration configured;

    MrdLine(
            String mrd,
            AgentStore agents,
            TaskStore tasks,
            PlanStore plans,
            Supplier<Configuration> configuration,
            boolean tellPlaces,
            Archive archive,
            InstantSource clock) {
        this.mrd = mrd;
        this.agents = agents;
        this.tasks = tasks;
        this.plans = plans;
        this.configuration = configuration;
        this.clock = clock;
        this.wakeUps = new WakeUps(mrd);
        this.remembering = new Remembering(archive);
        this.places = tellPlaces ? new Places(tasks) : null;
    }

    String mrd() {
        return mrd;
    }

    /** Nothing in memory is to be relied on: another node may have had this MRD meanwhile. */
    void forget() {
        router = null;
        handled.clear();
        wakeUps.forget();
    }

    /**
     * The next message has been delivered before. If this router has seen it, what followed from it was lost with the
     * transaction: the router knows of things that nobody was told, and is not to be relied on.
     */
    void comesAgain(String operation) {
        comesAgain = true;
        if (handled.contains(operation)) {
            forget();
        }
    }

    @Nullable
    MrdRouter router() {
        return router;
    }

    WakeUps wakeUps() {
        return wakeUps;
    }

    /**
     * Handles one message.
     *
     * @param command what the message itself asks for, carried out before anything else
     */
    List<Outgoing> handle(Envelope envelope, Consumer<Turn> command) {
        boolean second = router != null && clock.millis() >= secondLook;
        if (second) {
            forget();
        }
        boolean first = router == null && !second;
        boolean done = false;
        try {
            List<Outgoing> out = handled(envelope, command);
            handled.add(envelope.operation());
            if (first || second) {
                secondLook = first ? clock.millis() + SECOND_LOOK_MS : Long.MAX_VALUE;
            }
            done = true;
            return out;
        } finally {
            if (!done) {
                // The router is ahead of what was carried out.
                forget();
            }
        }
    }

    private List<Outgoing> handled(Envelope envelope, Consumer<Turn> command) {
        // One and the same from the beginning to the end: another may be applied meanwhile.
        Configuration current = configuration.get();
        Assignment assignment = Assignment.ofRouting(agents, tasks, envelope, clock);
        Turn turn = new Turn(mrd, agents, tasks, current, assignment, envelope);
        command.accept(turn);
        boolean fresh = router == null;
        boolean again = comesAgain || handled.size() < REMEMBERED;
        comesAgain = false;
        long began = System.nanoTime();
        int steps = 0;
        for (int round = 0; ; round++) {
            @Nullable Plan plan = again ? kept(envelope, round) : null;
            boolean decidedNow = plan == null;
            if (plan == null) {
                plan = decide(turn);
                if (plan.steps().isEmpty()) {
                    break;
                }
                String text = plan.toText();
                String first = plans.keep(id(envelope, round), text);
                if (!first.equals(text)) {
                    // Another node has planned, and the router knows of what isn't done.
                    plan = Plan.parse(first);
                    decidedNow = false;
                    router = null;
                }
            }
            steps += plan.steps().size();
            turn.carryOut(plan, round, decidedNow);
        }
        MrdRouter built = requireNonNull(router);
        if (fresh) {
            LOG.info(
                    "routes {}: looked at all of it, {} steps taken, in {} ms",
                    mrd,
                    steps,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        long more = places == null
                ? Long.MAX_VALUE
                : places.tell(mrd, built, current, clock.millis(), turn.announcements());
        wakeUps.next(Math.min(built.nextDeadline(), more), turn.announcements());
        return turn.announcements().all();
    }

    private @Nullable Plan kept(Envelope envelope, int round) {
        @Nullable String text = plans.get(id(envelope, round));
        return text == null ? null : Plan.parse(text);
    }

    private static String id(Envelope envelope, int round) {
        return envelope.operation() + "#" + round;
    }

    /** Shows the router what the turn has touched, or everything if there is none yet. */
    private Plan decide(Turn turn) {
        Configuration current = turn.configuration();
        Plan upkeep = new Plan(List.of());
        List<RoutingEvent> seen = new ArrayList<>();
        if (router == null) {
            configured = current;
            router = new MrdRouter(mrd, current);
            remembering.watch(router);
            Collection<AgentRecord> present = agents.inMrd(mrd);
            List<TaskRecord> open = open(present);
            upkeep = Sweeping.plan(mrd, present, open).and(Reconfiguring.steps(mrd, current, present, open));
            present.forEach(agent -> seen.add(Pictures.of(agent, mrd)));
            open.forEach(task -> seen.add(Pictures.of(task)));
            turn.touchedNothing();
        } else {
            List<AgentRecord> touchedAgents = touchedAgents(turn);
            touchedAgents.forEach(agent -> seen.add(Pictures.of(agent, mrd)));
            List<TaskRecord> touchedTasks = touchedTasks(turn, seen);
            turn.touchedNothing();
            if (configured != current) {
                configured = current;
                seen.add(0, new RoutingEvent.Configured(current));
                upkeep = new Plan(Reconfiguring.steps(mrd, current, agents.inMrd(mrd), tasks.open(mrd)));
            } else {
                upkeep = new Plan(Reconfiguring.steps(mrd, current, touchedAgents, touchedTasks));
            }
        }
        // Not before: reading all takes its time, and what has changed meanwhile has been read, too.
        List<Decision> decisions = router.on(new RoutingEvent.Batch(seen), clock.millis());
        remembering.decided(decisions);
        return upkeep.and(Planning.steps(mrd, decisions, agents));
    }

    /**
     * The open tasks, with all that the agents hold. For moments after a node went, the cluster's query may leave out what is
     * being moved (hazelcast/hazelcast issue 17497); a hold is void only if the task itself, asked by its id, says so.
     */
    private List<TaskRecord> open(Collection<AgentRecord> present) {
        Map<String, TaskRecord> open = new LinkedHashMap<>();
        tasks.open(mrd).forEach(task -> open.put(task.id(), task));
        for (AgentRecord agent : present) {
            @Nullable MrdState state = agent.in(mrd);
            if (state != null) {
                state.held().keySet().stream()
                        .filter(taskId -> !open.containsKey(taskId))
                        .map(tasks::get)
                        .filter(task -> task != null && task.state() != TaskStateName.CLOSED)
                        .forEach(task -> open.put(task.id(), task));
            }
        }
        return new ArrayList<>(open.values());
    }

    private List<AgentRecord> touchedAgents(Turn turn) {
        List<AgentRecord> touched = new ArrayList<>();
        turn.touchedAgents().forEach(agentId -> touched.add(agents.get(agentId)));
        return touched;
    }

    private List<TaskRecord> touchedTasks(Turn turn, List<RoutingEvent> seen) {
        List<TaskRecord> touched = new ArrayList<>();
        for (String taskId : turn.touchedTasks()) {
            @Nullable TaskRecord task = tasks.get(taskId);
            seen.add(task == null ? new RoutingEvent.TaskEnded(taskId, null) : Pictures.of(task));
            if (task != null) {
                touched.add(task);
            }
        }
        return touched;
    }
}

package org.mediarouter.engine;

import java.time.InstantSource;
import java.util.ArrayList;
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
import org.mediarouter.assignment.Assignment;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.WakeUp;
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
 * router: it is built from the records. What is then to be done may be much, and the broker deals nothing out anew while it is in
 * hand: a message does a part of it and orders a wake-up, which looks again and does the next. Until then the messages between
 * change the records, and that is all. A message that comes again may have been handled before, at a node that is no more or
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
    private final int leastAtOnce;
    private final InstantSource clock;
    private final Set<String> handled = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private boolean comesAgain;
    private boolean restIsLeft;
    private int atOnce;
    private long secondLook = Long.MAX_VALUE;
    private @Nullable MrdRouter router;
    private @Nullable Configuration configured;

    /**
     * With its stores.
     *
     * @param leastAtOnce steps that the first look may take in one message, or an eighth of the records that it looks at
     */
    MrdLine(
            String mrd,
            AgentStore agents,
            TaskStore tasks,
            PlanStore plans,
            Supplier<Configuration> configuration,
            boolean tellPlaces,
            Archive archive,
            int leastAtOnce,
            InstantSource clock) {
        this.mrd = mrd;
        this.agents = agents;
        this.tasks = tasks;
        this.plans = plans;
        this.configuration = configuration;
        this.leastAtOnce = leastAtOnce;
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
        restIsLeft = false;
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

    /** The next message is this one. */
    void woken(WakeUp wakeUp) {
        if (wakeUps.arrived(wakeUp)) {
            restIsLeft = false;
        }
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
        boolean more = false;
        for (int round = 0; !more; round++) {
            @Nullable Plan plan = again ? kept(envelope, round) : null;
            boolean decidedNow = plan == null;
            if (plan == null) {
                if (router == null && restIsLeft) {
                    break;
                }
                plan = decide(turn);
                if (plan.steps().isEmpty()) {
                    break;
                }
                if (fresh) {
                    plan = plan.atMost(Math.max(1, atOnce - steps));
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
            more = plan.more();
        }
        if (more) {
            // The router knows of what isn't done.
            router = null;
        }
        if (fresh && (steps > 0 || router != null)) {
            LOG.info(
                    "routes {}: looked at all of it, {} steps taken{}, in {} ms",
                    mrd,
                    steps,
                    more ? ", more to come" : "",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        @Nullable MrdRouter built = router;
        if (built == null) {
            restIsLeft = true;
            wakeUps.next(clock.millis(), turn.announcements());
            return turn.announcements().all();
        }
        long moved = places == null
                ? Long.MAX_VALUE
                : places.tell(mrd, built, current, clock.millis(), turn.announcements());
        wakeUps.next(Math.min(built.nextDeadline(), moved), turn.announcements());
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
        Plan upkeep;
        List<RoutingEvent> seen = new ArrayList<>();
        if (router == null) {
            configured = current;
            router = new MrdRouter(mrd, current);
            remembering.watch(router);
            Look look = Look.at(mrd, agents, tasks);
            atOnce = Math.max(leastAtOnce, look.size() / 8);
            upkeep = look.upkeep(current);
            seen.addAll(look.seen());
            turn.touchedNothing();
        } else {
            List<AgentRecord> touchedAgents = touchedAgents(turn);
            touchedAgents.forEach(agent -> seen.add(Pictures.of(agent, mrd)));
            List<TaskRecord> touchedTasks = touchedTasks(turn, seen);
            turn.touchedNothing();
            if (configured != current) {
                configured = current;
                seen.add(0, new RoutingEvent.Configured(current));
                upkeep = Plan.of(Reconfiguring.steps(mrd, current, agents.inMrd(mrd), tasks.open(mrd)));
            } else {
                upkeep = Plan.of(Reconfiguring.steps(mrd, current, touchedAgents, touchedTasks));
            }
        }
        // Not before: reading all takes its time, and what has changed meanwhile has been read, too.
        List<Decision> decisions = router.on(new RoutingEvent.Batch(seen), clock.millis());
        remembering.decided(decisions);
        return upkeep.and(Planning.steps(mrd, decisions, agents));
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

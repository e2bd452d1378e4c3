package org.mediarouter.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Outgoing;
import org.mediarouter.message.WakeUp;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.task.Archive;
import org.mediarouter.task.PlanStore;
import org.mediarouter.task.QueueFigures;
import org.mediarouter.task.TaskStore;

/** The Media Routing Engine of one node: a line for each MRD whose messages come here. */
public final class Engine {
    /** A second's work for a node that has just started. */
    public static final int AT_ONCE = 40;

    private final AgentStore agents;
    private final TaskStore tasks;
    private final PlanStore plans;
    private final Supplier<Configuration> configuration;
    private final FiguresPublisher figures;
    private final boolean tellPlaces;
    private final Archive archive;
    private final int leastAtOnce;
    private final InstantSource clock;
    private final Map<String, MrdLine> lines = new ConcurrentHashMap<>();

    /**
     * With its stores.
     *
     * @param tellPlaces the setting {@code mediarouter.task-queued}: whether waiting tasks' creators hear of their places
     * @param leastAtOnce steps that a new owner's first look at an MRD may take in one message, even if that is more than an
     *     eighth of the records in it; {@link #AT_ONCE} unless small histories are to have their first looks cut
     */
    public Engine(
            AgentStore agents,
            TaskStore tasks,
            PlanStore plans,
            QueueFigures.Store figures,
            Supplier<Configuration> configuration,
            boolean tellPlaces,
            Archive archive,
            int leastAtOnce,
            InstantSource clock) {
        this.agents = agents;
        this.tasks = tasks;
        this.plans = plans;
        this.configuration = configuration;
        this.figures = new FiguresPublisher(figures);
        this.tellPlaces = tellPlaces;
        this.archive = archive;
        this.leastAtOnce = leastAtOnce;
        // As exact as what is told of it.
        this.clock = InstantSource.tick(clock, Duration.ofMillis(1));
    }

    /** To be called before the first message of an MRD at a new consumer: the records, not the memory, say how things stand. */
    public void forget(String mrd) {
        MrdLine line = line(mrd);
        synchronized (line) {
            line.forget();
        }
        figures.forget(mrd);
    }

    /** To be called before a message that has been delivered before, here or elsewhere; whether it was handled, nobody knows. */
    public void comesAgain(String mrd, String operation) {
        MrdLine line = line(mrd);
        synchronized (line) {
            line.comesAgain(operation);
        }
    }

    /** Publishes the figures of the queues that have changed; to be called several times a second. */
    public void publishFigures(Instant now) {
        for (MrdLine line : lines.values()) {
            figures.publish(line, configuration.get(), now);
        }
    }

    /** Handles one message of the MRD's line: first what it asks for, then what routing makes of it. */
    List<Outgoing> handle(String mrd, Envelope envelope, Consumer<Turn> command) {
        MrdLine line = line(mrd);
        synchronized (line) {
            List<Outgoing> out = line.handle(envelope, command);
            figures.changed(mrd);
            return out;
        }
    }

    List<Outgoing> wake(WakeUp wakeUp, Envelope envelope) {
        MrdLine line = line(wakeUp.mrd());
        synchronized (line) {
            line.woken(wakeUp);
            return handle(wakeUp.mrd(), envelope, turn -> {});
        }
    }

    private MrdLine line(String mrd) {
        return lines.computeIfAbsent(
                mrd,
                id -> new MrdLine(id, agents, tasks, plans, configuration, tellPlaces, archive, leastAtOnce, clock));
    }
}

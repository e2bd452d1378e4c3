package org.mediarouter.finesse;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentMachine;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.MrdState;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.agent.Terms;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Mode;

/**
 * The agents' records, changed as a whole node changes them: reports come one after the other through a line that takes its
 * time, answers to commands at once. With what came last of each agent, for whoever looks for the cause of a difference.
 */
final class OurRecords implements Reports, AutoCloseable {
    private static final String MRD = "voice";
    private static final Terms TERMS = new Terms(1, false, false, true, Duration.ofMinutes(10));
    private static final int REMEMBERED = 24;

    /** About what a message through the broker takes. */
    private static final long UNDER_WAY_MS = 5;

    private final Map<String, AgentRecord> records = new ConcurrentHashMap<>();
    private final Map<String, Deque<String>> past = new ConcurrentHashMap<>();
    private final Clock clock;
    private final ScheduledExecutorService line = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "reports");
        thread.setDaemon(true);
        return thread;
    });

    OurRecords(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void report(String agentId, OutsideState state) {
        note(agentId, (state.read() ? "read " : "heard ") + told(state));
        if (!line.isShutdown()) {
            line.schedule(() -> follow(agentId, state), UNDER_WAY_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** What Connect answered. */
    void connect(String agentId, OutsideState state) {
        apply(agentId, new AgentOperation.Connect(Destination.ofAgent(agentId), Mode.CC));
        follow(agentId, state);
    }

    void follow(String agentId, OutsideState state) {
        apply(agentId, new AgentOperation.Follow(MRD, TERMS, state));
    }

    private void apply(String agentId, AgentOperation operation) {
        records.compute(
                agentId,
                (id, record) -> AgentMachine.apply(
                                record == null ? AgentRecord.unknown(id) : record, operation, clock.instant())
                        .record());
    }

    boolean connected(String agentId) {
        AgentRecord record = records.get(agentId);
        return record != null && record.connection() != null;
    }

    /** Whether the agent's record says the same as Finesse. */
    boolean says(String agentId, OutsideState truth) {
        MrdState ours = state(agentId);
        if (ours == null || !ours.loggedIn()) {
            return !truth.loggedIn();
        }
        return truth.loggedIn()
                && truth.unsure() == (ours.unsureUntil() != null)
                && truth.ready() == ours.ready()
                && Objects.equals(truth.reason(), ours.reason())
                && ours.outside() != null
                && truth.call() == ours.outside().call();
    }

    private @Nullable MrdState state(String agentId) {
        AgentRecord record = records.get(agentId);
        return record == null ? null : record.in(MRD);
    }

    void note(String agentId, String what) {
        Deque<String> notes = past.computeIfAbsent(agentId, id -> new ArrayDeque<>());
        synchronized (notes) {
            notes.add(clock.instant() + " " + what);
            if (notes.size() > REMEMBERED) {
                notes.remove();
            }
        }
    }

    List<String> past(String agentId) {
        Deque<String> notes = past.getOrDefault(agentId, new ArrayDeque<>());
        synchronized (notes) {
            return List.copyOf(notes);
        }
    }

    /** The record's part that is compared. */
    String told(String agentId) {
        MrdState ours = state(agentId);
        return ours == null
                ? "never logged in"
                : (connected(agentId) ? "connected, " : "not connected, ") + ours.state() + ", ready " + ours.ready()
                        + ", reason " + ours.reason() + ", " + ours.outside();
    }

    static String told(OutsideState state) {
        return (state.loggedIn() ? "in" : "out") + (state.unsure() ? ", unsure" : "") + ", ready " + state.ready()
                + ", reason " + state.reason() + ", call " + state.call() + ", since " + state.since();
    }

    @Override
    public void close() {
        line.shutdownNow();
    }
}

package org.mediarouter.finesse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.Seat;
import org.mediarouter.agent.Seats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agents whose sessions this node holds. One clock and a few threads serve all of them: pings, readings, new attempts,
 * and the agents of nodes that are no more.
 */
final class Sessions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final long TICK_MS = 100;
    private static final Duration SIDE_CHECK = Duration.ofSeconds(5);
    private static final Duration ABANDONED_CHECK = Duration.ofSeconds(5);
    private static final Duration STRAY_CHECK = Duration.ofSeconds(10);
    private static final int WORKERS = 8;
    private static final int TURNS = 64;

    private final Tools tools;
    private final Seats seats;
    private final KnownAgents known;
    private final Map<String, AgentSession> sessions = new ConcurrentHashMap<>();
    private final List<Object> turns = Stream.generate(Object::new).limit(TURNS).toList();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(daemon("finesse-clock"));
    private final ExecutorService work = Executors.newFixedThreadPool(WORKERS, daemon("finesse"));
    private final Adoption adoption;
    private final AtomicBoolean checkingSides = new AtomicBoolean();
    private final AtomicBoolean adopting = new AtomicBoolean();
    private volatile Instant nextSideCheck = Instant.MIN;
    private volatile Instant nextAbandonedCheck = Instant.MIN;
    private volatile Instant nextStrayCheck = Instant.MIN;

    /**
     * Begins at once.
     *
     * @param known what our own records say
     */
    Sessions(Tools tools, Seats seats, Secrets secrets, KnownAgents known) {
        this.tools = tools;
        this.seats = seats;
        this.known = known;
        this.adoption = new Adoption(this, seats, secrets, tools, known);
        ticks.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
        seats.onDeparture(() -> nextAbandonedCheck = Instant.MIN);
    }

    private static ThreadFactory daemon(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Nullable
    AgentSession get(String agentId) {
        return sessions.get(agentId);
    }

    int count() {
        return sessions.size();
    }

    long live() {
        return sessions.values().stream().filter(AgentSession::live).count();
    }

    /**
     * A session for an agent, neither opened nor held yet. Until {@link #hold} and the end of its rhythm's busy time the clock
     * leaves it alone.
     */
    AgentSession prepare(Credentials agent, String extension) {
        AgentSession session = new AgentSession(tools, agent, extension, rhythm());
        session.rhythm.begin();
        return session;
    }

    /** From now on the session is looked after; it takes the place of one that is there. */
    void hold(AgentSession session) {
        AgentSession before = sessions.put(session.agentId(), session);
        if (before != null) {
            before.close();
        }
    }

    /** The same, unless there is one: then nothing changes. Returns whether the session is held. */
    boolean holdFirst(AgentSession session) {
        return sessions.putIfAbsent(session.agentId(), session) == null;
    }

    private Rhythm rhythm() {
        double share = ThreadLocalRandom.current().nextDouble();
        return new Rhythm(
                tools.settings().ping(),
                tools.settings().poll(),
                share,
                tools.clock().instant());
    }

    /** The session ends, and the agent's seat is as it is. */
    void end(AgentSession session) {
        sessions.remove(session.agentId(), session);
        session.close();
    }

    private void tick() {
        try {
            Instant now = tools.clock().instant();
            if (!now.isBefore(nextSideCheck)) {
                nextSideCheck = now.plus(SIDE_CHECK);
                checkSides();
            }
            if (!now.isBefore(nextAbandonedCheck)) {
                nextAbandonedCheck = now.plus(ABANDONED_CHECK);
                once(adopting, adoption::run);
            } else if (!now.isBefore(nextStrayCheck)) {
                nextStrayCheck = now.plus(STRAY_CHECK);
                once(adopting, adoption::strays);
            }
            sessions.values().forEach(session -> tick(session, now));
        } catch (RuntimeException e) {
            LOG.warn("The sessions at Finesse could not be looked after; they will be", e);
        }
    }

    private void checkSides() {
        once(checkingSides, tools.sides()::refresh);
    }

    private void once(AtomicBoolean guard, Runnable task) {
        if (guard.compareAndSet(false, true)) {
            work.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.warn("Finesse, or the cluster, could not be asked; it will be", e);
                } finally {
                    guard.set(false);
                }
            });
        }
    }

    private void tick(AgentSession session, Instant now) {
        Rhythm rhythm = session.rhythm;
        if (rhythm.takeSuspicion()) {
            checkSides();
        }
        if (session.live()) {
            if (rhythm.pingDue(now)) {
                session.ping();
            }
            if (session.leftBehind()) {
                session.drop("its side of Finesse is out of service");
            } else if (session.wantsReading() || rhythm.pollDue(now)) {
                run(session, () -> poll(session));
            }
        } else if (rhythm.tryDue(now)) {
            run(session, () -> reopen(session));
        }
    }

    private void run(AgentSession session, Runnable task) {
        if (!session.rhythm.begin()) {
            return;
        }
        work.execute(() -> {
            try {
                if (!session.closed()) {
                    task.run();
                }
            } catch (RuntimeException e) {
                LOG.warn("The session of agent {} could not be looked after; it will be", session.agentId(), e);
                session.rhythm.failed(tools.clock().instant());
            } finally {
                session.rhythm.end();
            }
        });
    }

    private void poll(AgentSession session) {
        session.rhythm.polled(tools.clock().instant());
        if (!stillOurs(session)) {
            return;
        }
        try {
            session.read(false);
            // What is known after the reading: he may have signed in, or out, while it was on its way.
            Seat seat = session.out() ? seats.get(session.agentId()) : null;
            if (seat != null && seat.wanted()) {
                // Signed out there, while we were looking: so it was meant, and nobody signs him in again.
                seats.want(session.agentId(), false);
            }
        } catch (FinesseFault fault) {
            failed(session, fault);
        }
    }

    private void reopen(AgentSession session) {
        if (!stillOurs(session)) {
            return;
        }
        Seat seat = seats.get(session.agentId());
        try {
            session.open();
            session.read(seat != null && seat.wanted() && !session.out());
            session.rhythm.opened();
        } catch (FinesseFault fault) {
            failed(session, fault);
        }
    }

    /** Whether the agent is still connected to us and nobody else has his seat; if not, the session ends. */
    private boolean stillOurs(AgentSession session) {
        String agentId = session.agentId();
        Seat seat = seats.get(agentId);
        if (seat == null || !seat.holder().equals(seats.self())) {
            LOG.info("The agent {} is held by {} now", agentId, seat == null ? "nobody" : seat.holder());
            end(session);
            return false;
        }
        synchronized (turn(agentId)) {
            if (session.closed()) {
                return false;
            }
            if (session.settled() && !known.connected(agentId)) {
                end(session);
                seats.remove(agentId);
                return false;
            }
        }
        return true;
    }

    /**
     * Who holds its monitor changes the agent's seat and session together: he may connect again just while it is found that he
     * has gone.
     */
    Object turn(String agentId) {
        return turns.get(Math.floorMod(agentId.hashCode(), turns.size()));
    }

    private void failed(AgentSession session, FinesseFault fault) {
        session.rhythm.failed(tools.clock().instant());
        if (fault.kind() == FinesseFault.Kind.CREDENTIALS) {
            synchronized (turn(session.agentId())) {
                if (!session.closed()) {
                    session.giveUp();
                    end(session);
                    seats.remove(session.agentId());
                }
            }
            return;
        }
        LOG.debug("agent {}: {}", session.agentId(), fault.getMessage());
        checkSides();
    }

    /** The sessions end, and other nodes may take the agents over: at Finesse nobody is logged out. */
    @Override
    public void close() {
        adoption.end();
        ticks.shutdownNow();
        List<AgentSession> all = List.copyOf(sessions.values());
        for (AgentSession session : all) {
            work.execute(() -> {
                end(session);
                try {
                    seats.free(session.agentId());
                } catch (RuntimeException e) {
                    LOG.debug("the seat of {} could not be given up", session.agentId(), e);
                }
            });
        }
        work.shutdown();
        try {
            if (!work.awaitTermination(10, TimeUnit.SECONDS)) {
                work.shutdownNow();
            }
        } catch (InterruptedException e) {
            work.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

package org.mediarouter.finesse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.agent.Seat;
import org.mediarouter.agent.Seats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes over the agents whose node is no more; the nodes that are left share them by who is faster. For one thread at a time. */
final class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    private final Sessions sessions;
    private final Seats seats;
    private final Secrets secrets;
    private final Tools tools;
    private final KnownAgents known;
    private volatile boolean ended;

    /** Those of whom it has been reported that nobody holds them, until the record says so. */
    private final Set<String> strays = new HashSet<>();

    /** The seats that could not be opened here, by agent: their epochs. So that it is said once of each. */
    private final Map<String, Long> unreadable = new HashMap<>();

    Adoption(Sessions sessions, Seats seats, Secrets secrets, Tools tools, KnownAgents known) {
        this.sessions = sessions;
        this.seats = seats;
        this.secrets = secrets;
        this.tools = tools;
        this.known = known;
    }

    synchronized void run() {
        List<Seat> abandoned = new ArrayList<>(seats.abandoned());
        unreadable.keySet().retainAll(abandoned.stream().map(Seat::agentId).toList());
        Collections.shuffle(abandoned, ThreadLocalRandom.current());
        abandoned.forEach(this::adopt);
    }

    /**
     * What no orderly way leaves behind: seats of this node without a session, as after an answer of the cluster that was lost;
     * and agents who are signed in as our records have it, but have no seat, as after all nodes were gone at once. Of these
     * nobody knows the password any more: their state is unknown until they connect again, or their time is over.
     */
    synchronized void strays() {
        seats.own().forEach(this::adopt);
        Collection<String> signedIn = known.signedIn();
        strays.retainAll(signedIn);
        for (String agentId : signedIn) {
            if (seats.get(agentId) != null) {
                strays.remove(agentId);
            } else if (!ended && strays.add(agentId)) {
                LOG.warn("Agent {} is signed in at Finesse, as our records have it, and no node holds him", agentId);
                tools.reports()
                        .report(agentId, OutsideState.unknown(tools.clock().instant()));
            }
        }
    }

    /** From now on nobody is taken over. */
    void end() {
        ended = true;
    }

    /** The password is opened first: who can't leaves the agent to a node that can. */
    private void adopt(Seat seat) {
        if (ended || sessions.get(seat.agentId()) != null) {
            // From before it was given away: it ends when it is looked after next. Or the agent connects here just now.
            return;
        }
        AgentSession session;
        try {
            String password = secrets.open(seat.agentId(), seat.sealed());
            session = sessions.prepare(new Credentials(seat.agentId(), password), seat.extension());
        } catch (Secrets.Unreadable e) {
            Long told = unreadable.put(seat.agentId(), seat.epoch());
            if (told == null || told != seat.epoch()) {
                LOG.error("The agent {} can't be taken over here: his password {}", seat.agentId(), e.getMessage());
            }
            return;
        }
        if (!sessions.holdFirst(session)) {
            return;
        }
        boolean taken = false;
        try {
            taken = seats.takeOver(seat) != null;
        } finally {
            if (taken) {
                tools.counts().taken.increment();
                session.rhythm.end();
            } else {
                sessions.end(session);
            }
        }
    }
}

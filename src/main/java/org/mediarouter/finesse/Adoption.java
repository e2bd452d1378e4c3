package org.mediarouter.finesse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
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
    private final Counts counts;

    /** The seats that could not be opened here, by agent: their epochs. So that it is said once of each. */
    private final Map<String, Long> unreadable = new HashMap<>();

    Adoption(Sessions sessions, Seats seats, Secrets secrets, Counts counts) {
        this.sessions = sessions;
        this.seats = seats;
        this.secrets = secrets;
        this.counts = counts;
    }

    synchronized void run() {
        List<Seat> abandoned = new ArrayList<>(seats.abandoned());
        unreadable.keySet().retainAll(abandoned.stream().map(Seat::agentId).toList());
        Collections.shuffle(abandoned, ThreadLocalRandom.current());
        abandoned.forEach(this::adopt);
    }

    /** The password is opened first: who can't leaves the agent to a node that can. */
    private void adopt(Seat seat) {
        if (sessions.get(seat.agentId()) != null) {
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
                counts.taken.increment();
                session.rhythm.end();
            } else {
                sessions.end(session);
            }
        }
    }
}

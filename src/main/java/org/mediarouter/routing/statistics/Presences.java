package org.mediarouter.routing.statistics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who is logged in, ready, at work; for the agents' figures and those of the MRDs. */
final class Presences {
    private final Ledger ledger;
    private final Map<String, Presence> inAll = new HashMap<>();
    private final Map<Seat, Presence> inOne = new HashMap<>();
    private final Set<Seat> loggedIn = new HashSet<>();
    private final Set<Seat> ready = new HashSet<>();

    Presences(Ledger ledger) {
        this.ledger = ledger;
    }

    /** An agent in an MRD. */
    private record Seat(String agentId, String mrd) {}

    void on(StatisticsEvent.OfAgent event) {
        Seat seat = new Seat(event.agentId(), event.mrd());
        boolean out = event instanceof StatisticsEvent.LoggedOut;
        boolean able = event instanceof StatisticsEvent.Ready;
        int in = out ? (loggedIn.remove(seat) ? -1 : 0) : loggedIn.add(seat) ? 1 : 0;
        int readyMore = able ? (ready.add(seat) ? 1 : 0) : ready.remove(seat) ? -1 : 0;
        change(seat, event.time(), in, readyMore, 0);
    }

    void works(String agentId, String mrd, long time, int tasksMore) {
        change(new Seat(agentId, mrd), time, 0, 0, tasksMore);
    }

    void settle(long time) {
        inAll.values().forEach(presence -> presence.settle(time));
        inOne.values().forEach(presence -> presence.settle(time));
    }

    private void change(Seat seat, long time, int loggedInMore, int readyMore, int tasksMore) {
        inAll.computeIfAbsent(seat.agentId, id -> new Presence(ledger, Subject.agent(id), time))
                .change(time, loggedInMore, readyMore, tasksMore);
        inOne.computeIfAbsent(seat, one -> new Presence(ledger, Subject.mrd(one.mrd), time))
                .change(time, loggedInMore, readyMore, tasksMore);
    }
}

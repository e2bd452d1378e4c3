package org.mediarouter.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.IMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.Seat;
import org.mediarouter.agent.Seats;

/** Contact-centre agents' seats in a map of the cluster. A holder is a member of it, which has an id of its own each time. */
final class ClusterSeats implements Seats {
    static final String MAP = "seats";

    private final HazelcastInstance hazelcast;
    private final IMap<String, Seat> seats;
    private final String self;

    ClusterSeats(HazelcastInstance hazelcast) {
        this.hazelcast = hazelcast;
        seats = hazelcast.getMap(MAP);
        self = id(hazelcast.getCluster().getLocalMember());
    }

    private static String id(Member member) {
        return member.getUuid().toString();
    }

    @Override
    public String self() {
        return self;
    }

    @Override
    public @Nullable Seat get(String agentId) {
        return Reach.call(() -> seats.get(agentId));
    }

    @Override
    public Seat take(String agentId, String extension, byte[] sealed) {
        Take take = new Take(new Seat(agentId, extension, sealed, self, 1, true));
        return Reach.call(() -> seats.executeOnKey(agentId, take));
    }

    @Override
    public @Nullable Seat takeOver(Seat seen) {
        return Reach.call(() -> seats.executeOnKey(seen.agentId(), new TakeOver(seen.heldBy(self))));
    }

    @Override
    public void want(String agentId, boolean wanted) {
        Reach.run(() -> seats.executeOnKey(agentId, new Want(wanted)));
    }

    @Override
    public void free(String agentId) {
        Reach.run(() -> seats.executeOnKey(agentId, new Leave(self, true)));
    }

    @Override
    public void remove(String agentId) {
        Reach.run(() -> seats.executeOnKey(agentId, new Leave(self, false)));
    }

    @Override
    public List<Seat> abandoned() {
        Set<String> alive = hazelcast.getCluster().getMembers().stream()
                .map(ClusterSeats::id)
                .collect(Collectors.toSet());
        return Reach.call(() -> seats.values()).stream()
                .filter(seat -> !alive.contains(seat.holder()))
                .toList();
    }

    @Override
    public List<Seat> own() {
        return Reach.call(() -> seats.values()).stream()
                .filter(seat -> seat.holder().equals(self))
                .toList();
    }

    @Override
    public void onDeparture(Runnable call) {
        hazelcast.getCluster().addMembershipListener(new MembershipListener() {
            @Override
            public void memberAdded(MembershipEvent event) {
                // Who is new takes what comes.
            }

            @Override
            public void memberRemoved(MembershipEvent event) {
                call.run();
            }
        });
    }

    /** Whoever had it: the agent has connected here. Answers with the seat as it is then. */
    record Take(Seat seat) implements EntryProcessor<String, Seat, Seat> {
        private static final long serialVersionUID = 1L;

        @Override
        public Seat process(Map.Entry<String, Seat> entry) {
            Seat taken = seat.takenFrom(entry.getValue());
            entry.setValue(taken);
            return taken;
        }
    }

    /** If nobody else has changed the holder meanwhile. Answers with the seat, or null; the same if it runs twice. */
    record TakeOver(Seat next) implements EntryProcessor<String, Seat, @Nullable Seat> {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Seat process(Map.Entry<String, Seat> entry) {
            @Nullable Seat before = entry.getValue();
            if (before != null && before.epoch() == next.epoch() - 1) {
                Seat taken = before.heldBy(next.holder());
                entry.setValue(taken);
                return taken;
            }
            boolean again = before != null
                    && before.epoch() == next.epoch()
                    && before.holder().equals(next.holder());
            return again ? before : null;
        }
    }

    /** See {@link Seats#want}. */
    record Want(boolean wanted) implements EntryProcessor<String, Seat, @Nullable Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object process(Map.Entry<String, Seat> entry) {
            @Nullable Seat before = entry.getValue();
            if (before != null) {
                entry.setValue(before.wanted(wanted));
            }
            return null;
        }
    }

    /** The holder gives it up to others, or the agent has gone. */
    record Leave(String holder, boolean toOthers) implements EntryProcessor<String, Seat, @Nullable Object> {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("NullAway") // a value of null removes the entry
        public @Nullable Object process(Map.Entry<String, Seat> entry) {
            @Nullable Seat before = entry.getValue();
            if (before != null && before.holder().equals(holder)) {
                entry.setValue(toOthers ? before.heldBy("") : null);
            }
            return null;
        }
    }
}

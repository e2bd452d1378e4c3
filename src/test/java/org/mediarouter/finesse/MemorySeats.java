package org.mediarouter.finesse;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.mediarouter.agent.Seat;
import org.mediarouter.agent.Seats;

/** Seats shared by the nodes of one test; a node that has ended is taken out of {@code alive}. */
final class MemorySeats implements Seats {
    private final Map<String, Seat> seats;
    private final Map<String, Runnable> alive;
    private final String self;
    private final AtomicInteger looks = new AtomicInteger();

    private MemorySeats(Map<String, Seat> seats, Map<String, Runnable> alive, String self) {
        this.seats = seats;
        this.alive = alive;
        this.self = self;
        alive.put(self, () -> {});
    }

    static MemorySeats first() {
        return new MemorySeats(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), "a");
    }

    MemorySeats another(String name) {
        return new MemorySeats(seats, alive, name);
    }

    void die() {
        alive.remove(self);
        alive.values().forEach(Runnable::run);
    }

    /** How often this node has looked for agents of dead ones. */
    int looks() {
        return looks.get();
    }

    @Override
    public String self() {
        return self;
    }

    @Override
    public Seat get(String agentId) {
        return seats.get(agentId);
    }

    @Override
    public Seat take(String agentId, String extension, byte[] sealed) {
        return seats.compute(agentId, (id, before) -> new Seat(id, extension, sealed, self, 1, true).takenFrom(before));
    }

    @Override
    public Seat takeOver(Seat seen) {
        Seat now = seats.computeIfPresent(
                seen.agentId(), (id, before) -> before.epoch() == seen.epoch() ? before.heldBy(self) : before);
        return now != null && now.holder().equals(self) && now.epoch() == seen.epoch() + 1 ? now : null;
    }

    @Override
    public void want(String agentId, boolean wanted) {
        seats.computeIfPresent(agentId, (id, before) -> before.wanted(wanted));
    }

    @Override
    public void free(String agentId) {
        seats.computeIfPresent(agentId, (id, before) -> before.holder().equals(self) ? before.heldBy("") : before);
    }

    @Override
    public void remove(String agentId) {
        seats.computeIfPresent(agentId, (id, before) -> before.holder().equals(self) ? null : before);
    }

    @Override
    public List<Seat> abandoned() {
        looks.incrementAndGet();
        return seats.values().stream()
                .filter(seat -> !alive.containsKey(seat.holder()))
                .toList();
    }

    @Override
    public List<Seat> own() {
        return seats.values().stream()
                .filter(seat -> seat.holder().equals(self))
                .toList();
    }

    @Override
    public void onDeparture(Runnable call) {
        alive.put(self, call);
    }
}

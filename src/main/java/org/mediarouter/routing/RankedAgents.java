package org.mediarouter.routing;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Free agents by a rank that each of them carries, which is the same as long as he is among them. */
final class RankedAgents extends SlottedHeap<Seat> implements FreeAgents {

    private final SeatOrder order;

    RankedAgents(SeatOrder order) {
        super(4);
        this.order = order;
    }

    @Override
    public void add(Seat seat) {
        add(order.rank(seat), seat);
    }

    @Override
    public void remove(Seat seat) {
        removeAt(seat.slot);
        seat.slot = -1;
    }

    @Override
    public @Nullable Seat first(@Nullable Predicate<AgentPicture> refused) {
        if (size() == 0) {
            return null;
        }
        return refused == null ? at(0) : first(refused, 0, null);
    }

    /** Goes only below those refused: their number is what it costs. */
    private @Nullable Seat first(Predicate<AgentPicture> refused, int slot, @Nullable Seat best) {
        if (slot >= size()) {
            return best;
        }
        Seat seat = at(slot);
        if (best != null && !order.before(seat, best)) {
            return best;
        }
        if (!refused.test(seat.agent)) {
            return seat;
        }
        Seat found = best;
        int below = below(slot);
        for (int child = below; child < below + WIDTH; child++) {
            found = first(refused, child, found);
        }
        return found;
    }

    @Override
    boolean before(Seat a, Seat b) {
        return order.before(a, b);
    }

    @Override
    void moved(Seat seat, int slot) {
        seat.slot = slot;
    }
}

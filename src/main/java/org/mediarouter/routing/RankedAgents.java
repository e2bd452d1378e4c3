package org.mediarouter.routing;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Free agents by a rank that each of them carries: a binary heap. */
final class RankedAgents implements FreeAgents {

    private final SeatOrder order;
    private @Nullable Seat[] heap = new Seat[4];
    private int size;

    RankedAgents(SeatOrder order) {
        this.order = order;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void add(Seat seat) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        up(seat, size++);
    }

    @Override
    public void remove(Seat seat) {
        int slot = seat.slot;
        seat.slot = -1;
        Seat last = at(--size);
        heap[size] = null;
        if (last != seat) {
            up(last, slot);
            down(last, last.slot);
        }
    }

    @Override
    public @Nullable Seat first(@Nullable Predicate<AgentPicture> refused) {
        if (refused == null) {
            return heap[0];
        }
        return first(refused, 0, null);
    }

    /** Goes only below those refused: their number is what it costs. */
    private @Nullable Seat first(Predicate<AgentPicture> refused, int slot, @Nullable Seat best) {
        if (slot >= size) {
            return best;
        }
        Seat seat = at(slot);
        if (best != null && !order.before(seat, best)) {
            return best;
        }
        if (!refused.test(seat.agent)) {
            return seat;
        }
        return first(refused, 2 * slot + 2, first(refused, 2 * slot + 1, best));
    }

    private void up(Seat seat, int from) {
        int slot = from;
        while (slot > 0) {
            Seat parent = at((slot - 1) / 2);
            if (!order.before(seat, parent)) {
                break;
            }
            put(parent, slot);
            slot = (slot - 1) / 2;
        }
        put(seat, slot);
    }

    private void down(Seat seat, int from) {
        int slot = from;
        while (2 * slot + 1 < size) {
            int child = 2 * slot + 1;
            if (child + 1 < size && order.before(at(child + 1), at(child))) {
                child++;
            }
            if (!order.before(at(child), seat)) {
                break;
            }
            put(at(child), slot);
            slot = child;
        }
        put(seat, slot);
    }

    private void put(Seat seat, int slot) {
        heap[slot] = seat;
        seat.slot = slot;
    }

    private Seat at(int slot) {
        Seat seat = heap[slot];
        if (seat == null) {
            throw new IllegalStateException("nobody in slot " + slot + " of " + size);
        }
        return seat;
    }
}

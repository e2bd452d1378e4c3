package org.mediarouter.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The earliest deadline first: a binary heap in which each thing knows its slot, so that it can be moved and taken out. */
final class Deadlines {

    private @Nullable Timed[] heap = new Timed[64];
    private int size;

    long next() {
        Timed first = heap[0];
        return size == 0 || first == null ? Timed.NEVER : first.due;
    }

    /** The first that is due at that time or before; null where none is. */
    @Nullable
    Timed poll(long time) {
        Timed first = heap[0];
        if (size == 0 || first == null || first.due > time) {
            return null;
        }
        set(first, Timed.NEVER);
        return first;
    }

    void set(Timed timed, long due) {
        if (timed.due == due) {
            return;
        }
        if (timed.slot < 0) {
            timed.due = due;
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, size * 2);
            }
            up(timed, size++);
        } else if (due == Timed.NEVER) {
            remove(timed);
            timed.due = due;
        } else {
            boolean earlier = due < timed.due;
            timed.due = due;
            if (earlier) {
                up(timed, timed.slot);
            } else {
                down(timed, timed.slot);
            }
        }
    }

    private void remove(Timed timed) {
        int slot = timed.slot;
        timed.slot = -1;
        Timed last = at(--size);
        heap[size] = null;
        if (last != timed) {
            up(last, slot);
            down(last, last.slot);
        }
    }

    private void up(Timed timed, int from) {
        int slot = from;
        while (slot > 0) {
            Timed parent = at((slot - 1) / 2);
            if (!timed.before(parent)) {
                break;
            }
            put(parent, slot);
            slot = (slot - 1) / 2;
        }
        put(timed, slot);
    }

    private void down(Timed timed, int from) {
        int slot = from;
        while (2 * slot + 1 < size) {
            int child = 2 * slot + 1;
            if (child + 1 < size && at(child + 1).before(at(child))) {
                child++;
            }
            if (!at(child).before(timed)) {
                break;
            }
            put(at(child), slot);
            slot = child;
        }
        put(timed, slot);
    }

    private void put(Timed timed, int slot) {
        heap[slot] = timed;
        timed.slot = slot;
    }

    private Timed at(int slot) {
        Timed timed = heap[slot];
        if (timed == null) {
            throw new IllegalStateException("no deadline in slot " + slot + " of " + size);
        }
        return timed;
    }
}

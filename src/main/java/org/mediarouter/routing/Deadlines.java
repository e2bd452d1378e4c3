package org.mediarouter.routing;

import org.jspecify.annotations.Nullable;

/** The earliest deadline first. */
final class Deadlines extends SlottedHeap<Timed> {

    Deadlines() {
        super(64);
    }

    long next() {
        return size() == 0 ? Timed.NEVER : firstKey();
    }

    /** The first that is due at that time or before; null where none is. */
    @Nullable
    Timed poll(long time) {
        if (size() == 0 || firstKey() > time) {
            return null;
        }
        Timed first = at(0);
        set(first, Timed.NEVER);
        return first;
    }

    void set(Timed timed, long due) {
        if (timed.due == due) {
            return;
        }
        timed.due = due;
        if (timed.slot < 0) {
            add(due, timed);
        } else if (due == Timed.NEVER) {
            removeAt(timed.slot);
            timed.slot = -1;
        } else {
            changeKey(timed.slot, due);
        }
    }

    @Override
    boolean before(Timed a, Timed b) {
        return a.before(b);
    }

    @Override
    void moved(Timed timed, int slot) {
        timed.slot = slot;
    }
}

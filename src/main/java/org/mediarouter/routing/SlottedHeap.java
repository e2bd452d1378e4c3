package org.mediarouter.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A heap, the smallest key first. Each element is told its slot, so that it can be moved and taken out. The keys
 * stand beside each other: comparing two of them fetches no element, unless they are equal. Below each slot are four, not two: what is
 * moved through a large heap tells half as many elements, each of which has to be fetched from memory, their new slots.
 */
abstract class SlottedHeap<T> {
    /** How many are below a slot. */
    static final int WIDTH = 4;

    private long[] keys;
    private @Nullable Object[] elements;
    private int size;

    SlottedHeap(int room) {
        this.keys = new long[room];
        this.elements = new Object[room];
    }

    /** Which of two elements with equal keys comes first. */
    abstract boolean before(T a, T b);

    /** The element stands there now. */
    abstract void moved(T element, int slot);

    public final int size() {
        return size;
    }

    /** Of the first; there must be one. */
    final long firstKey() {
        return keys[0];
    }

    @SuppressWarnings("unchecked")
    final T at(int slot) {
        Object element = elements[slot];
        if (element == null) {
            throw new IllegalStateException("nothing in slot " + slot + " of " + size);
        }
        return (T) element;
    }

    /** Whether what stands in one slot comes before what stands in another. */
    final boolean before(int slot, int other) {
        return keys[slot] != keys[other] ? keys[slot] < keys[other] : before(at(slot), at(other));
    }

    final void add(long key, T element) {
        if (size == elements.length) {
            keys = Arrays.copyOf(keys, size * 2);
            elements = Arrays.copyOf(elements, size * 2);
        }
        up(key, element, size++);
    }

    /** The element is not told: whoever takes it out knows it. */
    final void removeAt(int slot) {
        size--;
        T last = at(size);
        elements[size] = null;
        if (slot != size) {
            move(keys[size], last, slot);
        }
    }

    /** Gives the element in this slot another key. */
    final void changeKey(int slot, long key) {
        move(key, at(slot), slot);
    }

    private void move(long key, T element, int slot) {
        if (slot > 0 && before(key, element, above(slot))) {
            up(key, element, slot);
        } else {
            down(key, element, slot);
        }
    }

    private void up(long key, T element, int from) {
        int slot = from;
        while (slot > 0) {
            int parent = above(slot);
            if (!before(key, element, parent)) {
                break;
            }
            put(keys[parent], at(parent), slot);
            slot = parent;
        }
        put(key, element, slot);
    }

    private void down(long key, T element, int from) {
        int slot = from;
        while (below(slot) < size) {
            int child = foremostBelow(slot);
            if (before(key, element, child)) {
                break;
            }
            put(keys[child], at(child), slot);
            slot = child;
        }
        put(key, element, slot);
    }

    private int foremostBelow(int slot) {
        int foremost = below(slot);
        int end = Math.min(foremost + WIDTH, size);
        for (int other = foremost + 1; other < end; other++) {
            if (before(other, foremost)) {
                foremost = other;
            }
        }
        return foremost;
    }

    /** The first of the slots below this one; there may be nothing in them. */
    static int below(int slot) {
        return WIDTH * slot + 1;
    }

    private static int above(int slot) {
        return (slot - 1) / WIDTH;
    }

    private boolean before(long key, T element, int slot) {
        return key != keys[slot] ? key < keys[slot] : before(element, at(slot));
    }

    private void put(long key, T element, int slot) {
        keys[slot] = key;
        elements[slot] = element;
        moved(element, slot);
    }
}

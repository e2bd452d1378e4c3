package org.mediarouter.cluster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last operations on a record with what they came to, oldest first: an operation that comes again gets the same
 * result and changes nothing. That covers redelivered messages, late writers, and Hazelcast's own retries.
 */
record Kept(List<Entry> entries) {
    /** How many operations back a repetition is known. */
    static final int SIZE = 32;

    static final Kept NOTHING = new Kept(List.of());

    /** The result in the form in which it is sent, so that it is made into bytes once. */
    record Entry(String operationId, byte[] result) {}

    byte @Nullable [] result(String operationId) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).operationId().equals(operationId)) {
                return entries.get(i).result();
            }
        }
        return null;
    }

    Kept with(String operationId, byte[] result) {
        int first = Math.max(0, entries.size() + 1 - SIZE);
        List<Entry> next = new ArrayList<>(entries.size() - first + 1);
        next.addAll(entries.subList(first, entries.size()));
        next.add(new Entry(operationId, result));
        return new Kept(next);
    }
}

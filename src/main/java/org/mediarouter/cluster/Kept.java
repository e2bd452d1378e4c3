package org.mediarouter.cluster;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The last operations on a record with what they came to: an operation that comes again gets the same result and changes
 * nothing. That covers redelivered messages, late writers, and Hazelcast's own retries.
 *
 * <p>They are bytes from the beginning, since a record goes to its backup, to who changed it and to the database each time,
 * and is asked for one of them only when a message comes again.
 *
 * @param entries the operations' ids, each followed by its result, oldest first
 */
record Kept(byte[] entries) {
    /** How many operations back a repetition is known. */
    static final int SIZE = 32;

    static final Kept NOTHING = new Kept(new byte[0]);

    byte @Nullable [] result(String operationId) {
        byte[] id = operationId.getBytes(StandardCharsets.UTF_8);
        ByteReader in = new ByteReader(entries);
        while (!in.atEnd()) {
            if (in.isData(id)) {
                return in.data();
            }
            in.skipData();
        }
        return null;
    }

    Kept with(String operationId, byte[] result) {
        ByteReader in = new ByteReader(entries);
        int first = 0;
        int count = 0;
        for (; !in.atEnd(); count++) {
            in.skipData();
            in.skipData();
            first = count == 0 ? in.position() : first;
        }
        int from = count < SIZE ? 0 : first;
        return new Kept(ByteWriter.written(out -> {
            out.bytes(entries, from);
            out.text(operationId);
            out.data(result);
        }));
    }
}

package org.mediarouter.communication;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The ids of new tasks. A redelivered Task has the same; and of two, that of the message that the broker took first is the
 * lesser, so that tasks queued within one millisecond keep their order (routing, R4).
 *
 * <p>An id is a UUID of version 8 (RFC 9562): the broker's number of the message, then what tells it from the same number
 * in another journal.
 */
final class TaskIds {
    private static final long VERSION = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int NUMBER_LOW_BITS = 12;

    private TaskIds() {}

    /**
     * The id of the task that a message creates.
     *
     * @param operation the message's, such as {@code 5f0c92ab:2147483701}: the journal, and the broker's number, which grows
     */
    static String of(String operation) {
        UUID whole = UUID.nameUUIDFromBytes(operation.getBytes(StandardCharsets.UTF_8));
        long number = number(operation.substring(operation.lastIndexOf(':') + 1));
        long high = (number >>> NUMBER_LOW_BITS) << 16 | VERSION | number & ((1 << NUMBER_LOW_BITS) - 1);
        return new UUID(high, whole.getLeastSignificantBits() & ~(3L << 62) | VARIANT).toString();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text) & (1L << 60) - 1;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("an operation ends with the broker's number of its message: " + text, e);
        }
    }
}

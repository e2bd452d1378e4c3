package org.mediarouter.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers which operations were in hand when the program last ended without warning, so that a message that ends the
 * program each time doesn't do so for ever: the broker counts a delivery only when it is rolled back in order.
 *
 * <p>A file mapped into memory, a slot for each operation in hand: to write one costs no call of the system, and what
 * was written survives the program, though not the machine.
 */
public final class InHand implements AutoCloseable {
    private static final int SLOTS = 128;
    private static final int SLOT = 64;

    private final MappedByteBuffer file;
    private final Map<String, Integer> crashes = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    private InHand(MappedByteBuffer file) {
        this.file = file;
    }

    /**
     * Opens the file, or makes it.
     *
     * @throws UncheckedIOException it can't be written
     */
    public static InHand open(Path path) {
        try {
            Path directory = path.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            try (FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                InHand inHand = new InHand(channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) SLOTS * SLOT));
                inHand.recall();
                return inHand;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no file to remember messages in hand: " + path, e);
        }
    }

    private synchronized void recall() {
        for (int slot = 0; slot < SLOTS; slot++) {
            byte[] bytes = new byte[SLOT];
            file.get(slot * SLOT, bytes);
            int length = bytes[1];
            if (bytes[0] > 0 && length > 0 && length <= SLOT - 2) {
                String operation = new String(Arrays.copyOfRange(bytes, 2, 2 + length), StandardCharsets.ISO_8859_1);
                crashes.merge(operation, (int) bytes[0], Math::max);
            }
            free.add(slot);
            file.put(slot * SLOT, (byte) 0);
        }
    }

    /** How often the program ended while this operation was in hand. */
    synchronized int crashes(String operation) {
        return crashes.isEmpty() ? 0 : crashes.getOrDefault(operation, 0);
    }

    /** Notes that the operation is in hand. Returns the slot, for {@link #putDown}; -1 where there is none free. */
    synchronized int pickUp(String operation) {
        byte[] name = operation.getBytes(StandardCharsets.ISO_8859_1);
        Integer slot = name.length > SLOT - 2 ? null : free.poll();
        if (slot == null) {
            return -1;
        }
        byte[] bytes = new byte[2 + name.length];
        bytes[0] = (byte) Math.min(100, 1 + crashes(operation));
        bytes[1] = (byte) name.length;
        System.arraycopy(name, 0, bytes, 2, name.length);
        file.put(slot * SLOT, bytes);
        return slot;
    }

    /** It is no longer in hand: handled, or to be handled again. */
    synchronized void putDown(int slot) {
        if (slot >= 0) {
            file.put(slot * SLOT, (byte) 0);
            free.push(slot);
        }
    }

    /** It has been handled for good. */
    synchronized void forget(String operation) {
        if (!crashes.isEmpty()) {
            crashes.remove(operation);
        }
    }

    @Override
    public void close() {
        file.force();
    }
}

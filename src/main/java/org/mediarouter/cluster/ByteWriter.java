package org.mediarouter.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Values one after another, without names or types: what reads them knows what comes. */
final class ByteWriter {
    /** Room for nearly every record, with all that is kept with it. */
    private static final int USUAL = 32 * 1024;

    private static final ThreadLocal<ByteWriter> OF_THREAD = ThreadLocal.withInitial(ByteWriter::new);

    private byte[] buffer = new byte[256];
    private int size;

    private ByteWriter() {}

    /**
     * What that writes. A thread has the same memory for it each time, and only what was written is copied: the values that
     * a task goes through would else be a tenth of all that is allocated. So it isn't for use within itself.
     */
    static byte[] written(Consumer<ByteWriter> by) {
        ByteWriter out = OF_THREAD.get();
        out.clear();
        by.accept(out);
        return Arrays.copyOf(out.buffer, out.size);
    }

    private void clear() {
        size = 0;
        if (buffer.length > USUAL) {
            buffer = new byte[USUAL];
        }
    }

    /** These, from there on, as they are. */
    void bytes(byte[] value, int from) {
        int length = value.length - from;
        room(length);
        System.arraycopy(value, from, buffer, size, length);
        size += length;
    }

    void flag(boolean value) {
        room(1);
        buffer[size++] = (byte) (value ? 1 : 0);
    }

    /** Small numbers take few bytes; a negative one takes ten. */
    void number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    void real(double value) {
        room(8);
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (bits >>> shift);
        }
    }

    void text(@Nullable String value) {
        data(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    void data(byte @Nullable [] value) {
        if (value == null) {
            number(0);
            return;
        }
        number(value.length + 1L);
        bytes(value, 0);
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}

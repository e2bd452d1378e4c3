package org.mediarouter.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values one after another, without names or types: what reads them knows what comes. */
final class ByteWriter {
    private byte[] buffer = new byte[256];
    private int size;

    byte[] bytes() {
        return Arrays.copyOf(buffer, size);
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
        room(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}

package org.mediarouter.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link ByteWriter} wrote, in the same order. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean flag() {
        return bytes[at++] != 0;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    double real() {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | bytes[at++] & 0xFF;
        }
        return Double.longBitsToDouble(bits);
    }

    @Nullable
    String text() {
        int length = (int) number() - 1;
        if (length < 0) {
            return null;
        }
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    byte @Nullable [] data() {
        int length = (int) number() - 1;
        if (length < 0) {
            return null;
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** Passes over {@link #data}, which is not null. */
    void skipData() {
        int length = (int) number() - 1;
        at += length;
    }

    /** Whether {@link #data}, which is not null, is this; it is passed over. */
    boolean isData(byte[] value) {
        int length = (int) number() - 1;
        at += length;
        return length == value.length && Arrays.equals(bytes, at - length, at, value, 0, length);
    }

    /** How many bytes have been read. */
    int position() {
        return at;
    }

    boolean atEnd() {
        return at == bytes.length;
    }
}

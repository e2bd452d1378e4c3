package org.mediarouter.cluster;

import org.jspecify.annotations.Nullable;

/** How values of one Java type stand in bytes. */
interface Shape {
    void write(@Nullable Object value, ByteWriter out);

    @Nullable
    Object read(ByteReader in);

    /** The same, with room for null. */
    default Shape orNull() {
        Shape present = this;
        return new Shape() {
            @Override
            public void write(@Nullable Object value, ByteWriter out) {
                out.flag(value != null);
                if (value != null) {
                    present.write(value, out);
                }
            }

            @Override
            public @Nullable Object read(ByteReader in) {
                return in.flag() ? present.read(in) : null;
            }
        };
    }
}

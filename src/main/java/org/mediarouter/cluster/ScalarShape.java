package org.mediarouter.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of what has no parts. */
record ScalarShape<T>(Class<T> type, BiConsumer<T, ByteWriter> writer, Function<ByteReader, T> reader)
        implements Shape {

    /** Text marks its own absence; everything else takes a byte more for that. */
    static final Shape TEXT = new Shape() {
        @Override
        public void write(@Nullable Object value, ByteWriter out) {
            out.text((String) value);
        }

        @Override
        public @Nullable Object read(ByteReader in) {
            return in.text();
        }
    };

    static final Shape DATA = new Shape() {
        @Override
        public void write(@Nullable Object value, ByteWriter out) {
            out.data((byte[]) value);
        }

        @Override
        public byte @Nullable [] read(ByteReader in) {
            return in.data();
        }
    };

    private static final Shape FLAG = new ScalarShape<>(Boolean.class, (v, out) -> out.flag(v), ByteReader::flag);
    private static final Shape INT =
            new ScalarShape<>(Integer.class, (v, out) -> out.number(v), in -> (int) in.number());
    private static final Shape LONG = new ScalarShape<>(Long.class, (v, out) -> out.number(v), ByteReader::number);
    private static final Shape REAL = new ScalarShape<>(Double.class, (v, out) -> out.real(v), ByteReader::real);
    private static final Shape TIME = new ScalarShape<>(
            Instant.class,
            (v, out) -> {
                out.number(v.getEpochSecond());
                out.number(v.getNano());
            },
            in -> Instant.ofEpochSecond(in.number(), in.number()));
    private static final Shape SPAN = new ScalarShape<>(
            Duration.class,
            (v, out) -> {
                out.number(v.getSeconds());
                out.number(v.getNano());
            },
            in -> Duration.ofSeconds(in.number(), in.number()));

    /** By type; primitives can't be null. */
    static final Map<Class<?>, Shape> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(byte[].class, DATA),
            Map.entry(boolean.class, FLAG),
            Map.entry(int.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(double.class, REAL),
            Map.entry(Boolean.class, FLAG.orNull()),
            Map.entry(Integer.class, INT.orNull()),
            Map.entry(Long.class, LONG.orNull()),
            Map.entry(Double.class, REAL.orNull()),
            Map.entry(Instant.class, TIME.orNull()),
            Map.entry(Duration.class, SPAN.orNull()),
            Map.entry(Object.class, new AnyScalarShape(TEXT, LONG, REAL, FLAG, INT)));

    @Override
    public void write(@Nullable Object value, ByteWriter out) {
        writer.accept(type.cast(value), out);
    }

    @Override
    public Object read(ByteReader in) {
        return reader.apply(in);
    }

    /** What a task's attribute may be: a kind, then the value. */
    private record AnyScalarShape(Shape... kinds) implements Shape {
        @Override
        public void write(@Nullable Object value, ByteWriter out) {
            int kind = kind(value);
            out.number(kind);
            kinds[kind].write(value, out);
        }

        private static int kind(@Nullable Object value) {
            if (value == null || value instanceof String) {
                return 0;
            }
            if (value instanceof Long) {
                return 1;
            }
            if (value instanceof Double) {
                return 2;
            }
            if (value instanceof Boolean) {
                return 3;
            }
            if (value instanceof Integer) {
                return 4;
            }
            throw new IllegalArgumentException("No shape for a value of " + value.getClass());
        }

        @Override
        public @Nullable Object read(ByteReader in) {
            return kinds[(int) in.number()].read(in);
        }
    }
}

package org.mediarouter.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Records to bytes and back: the one mapping for all that goes between the nodes or is kept in bytes.
 *
 * <p>Values stand in the order of their components, enums as numbers, without a word about their types. That is compact and
 * fast, and good among nodes that run the same program, as the nodes of a cluster do; it is not good for what must outlive
 * the program's version.
 */
final class RecordFormat<T extends Record> {
    private final Class<T> type;
    private final Shape shape;

    private RecordFormat(Class<T> type) {
        this.type = type;
        shape = RecordShape.present(type);
    }

    /** The format of a record and of all that it consists of; worth keeping, since it is found by reflection. */
    static <T extends Record> RecordFormat<T> of(Class<T> type) {
        return new RecordFormat<>(type);
    }

    Class<T> type() {
        return type;
    }

    byte[] write(T value) {
        return ByteWriter.written(out -> shape.write(value, out));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException something else was written
     */
    T read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        @Nullable Object value = shape.read(in);
        if (value == null || !in.atEnd()) {
            throw new IllegalArgumentException("These " + bytes.length + " bytes are no " + type.getSimpleName());
        }
        return type.cast(value);
    }
}

package org.mediarouter.cluster.database;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes, each with its table and columns: what one version of the program wrote can be saved by another, before
 * that one changes the schema.
 */
final class SavedRows {
    private static final int NULL = 0;
    private static final int TEXT = 1;
    private static final int LONG = 2;
    private static final int INTEGER = 3;
    private static final int BYTES = 4;
    private static final int TIME = 5;

    private SavedRows() {}

    static void write(List<SavedRow> rows, DataOutputStream out) throws IOException {
        out.writeInt(rows.size());
        for (SavedRow row : rows) {
            write(out, row.table());
            for (Object value : row.values()) {
                write(out, value);
            }
        }
    }

    private static void write(DataOutputStream out, Table table) throws IOException {
        out.writeUTF(table.name());
        out.writeByte(table.keys());
        out.writeByte(table.columns().size());
        for (String column : table.columns()) {
            out.writeUTF(column);
        }
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte(NULL);
        } else if (value instanceof String text) {
            out.writeByte(TEXT);
            data(out, text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Long number) {
            out.writeByte(LONG);
            out.writeLong(number);
        } else if (value instanceof Integer number) {
            out.writeByte(INTEGER);
            out.writeInt(number);
        } else if (value instanceof byte[] bytes) {
            out.writeByte(BYTES);
            data(out, bytes);
        } else if (value instanceof OffsetDateTime time) {
            out.writeByte(TIME);
            out.writeLong(time.toEpochSecond());
            out.writeInt(time.getNano());
        } else {
            throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }

    private static void data(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads what {@link #write} wrote. */
    static List<SavedRow> read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            List<SavedRow> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                Table table = table(in);
                @Nullable Object[] values = new @Nullable Object[table.columns().size()];
                for (int column = 0; column < values.length; column++) {
                    values[column] = value(in);
                }
                rows.add(new SavedRow(table, values));
            }
            return rows;
        }
    }

    private static Table table(DataInputStream in) throws IOException {
        String name = in.readUTF();
        int keys = in.readUnsignedByte();
        List<String> columns = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            columns.add(in.readUTF());
        }
        return new Table(name, keys, List.copyOf(columns));
    }

    private static @Nullable Object value(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case NULL -> null;
            case TEXT -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case LONG -> in.readLong();
            case INTEGER -> in.readInt();
            case BYTES -> in.readNBytes(in.readInt());
            case TIME -> Rows.time(Instant.ofEpochSecond(in.readLong(), in.readInt()));
            default -> throw new IOException("a value of an unknown kind, " + kind);
        };
    }
}

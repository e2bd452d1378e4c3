package org.mediarouter.cluster;

import org.mediarouter.cluster.database.Stored;

/**
 * The last operations on a record as the database has them: in bytes that only the program that wrote them reads. After an
 * upgrade that changed them they are forgotten, which an orderly stop before it allows: it leaves no message in hand.
 */
final class KeptRows {
    private static final RecordFormat<Kept> FORMAT = RecordFormat.of(Kept.class);

    private final int format;

    private KeptRows(int format) {
        this.format = format;
    }

    /** Of operations with results of that type. */
    static KeptRows with(Class<? extends Record> result) {
        return new KeptRows(FormatNumber.of(Kept.class) ^ FormatNumber.of(result));
    }

    int format() {
        return format;
    }

    byte[] bytes(Kept kept) {
        return FORMAT.write(kept);
    }

    Kept read(Stored row) {
        return row.format() == format ? FORMAT.read(row.operations()) : Kept.NOTHING;
    }
}

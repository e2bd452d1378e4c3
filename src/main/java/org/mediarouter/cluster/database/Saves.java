package org.mediarouter.cluster.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A transaction in which rows are saved, with which those are. */
public final class Saves {
    private final Connection connection;
    private final Function<Table, Upsert> upserts;
    private final List<SavedRow> rows = new ArrayList<>();

    Saves(Connection connection, Function<Table, Upsert> upserts) {
        this.connection = connection;
        this.upserts = upserts;
    }

    /**
     * Saves one row.
     *
     * @param values one for each column, in the columns' order
     * @return whether it is there now; if not, one that is as new or newer was there
     */
    boolean row(Table table, @Nullable Object... values) throws SQLException {
        rows.add(new SavedRow(table, values));
        return upserts.apply(table).save(connection, values);
    }

    /** All so far, those too that found one as new: it may not be durable yet. */
    List<SavedRow> rows() {
        return rows;
    }
}

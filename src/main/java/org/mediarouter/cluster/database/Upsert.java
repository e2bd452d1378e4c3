package org.mediarouter.cluster.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Saves rows of one table: each is inserted, or takes the place of the one with its key. Where the table has a column {@code
 * changes}, a row gives way only to one with more of them.
 */
interface Upsert {
    /**
     * Saves one row.
     *
     * @param values one for each column, in the columns' order, those of the key first
     * @return whether it is there now; if not, one that is as new or newer was there
     */
    boolean save(Connection connection, @Nullable Object... values) throws SQLException;

    /** What a single statement does, with a parameter for each column. */
    static Upsert of(String statement) {
        return (connection, values) -> executed(connection, statement, values) > 0;
    }

    /**
     * Several statements.
     *
     * @param update takes all values, and changes nothing if the row isn't there, or as new
     * @param present finds the row; takes the values of the key
     * @param insert saves a row that isn't there
     */
    static Upsert of(String update, String present, int keys, String insert) {
        return (connection, values) -> executed(connection, update, values) > 0
                || !found(connection, present, keys, values) && executed(connection, insert, values) > 0;
    }

    private static boolean found(Connection connection, String query, int keys, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Rows.set(statement, Arrays.copyOf(values, keys));
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static int executed(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return Rows.executed(statement, values);
        }
    }
}

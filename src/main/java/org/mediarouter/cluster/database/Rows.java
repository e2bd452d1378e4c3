package org.mediarouter.cluster.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What all tables have in common. */
final class Rows {
    private Rows() {}

    /** How the two databases take a point in time. */
    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The row's part that agents and tasks have alike, in its columns' order. */
    static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("id"),
                row.getLong("changes"),
                row.getString("record"),
                row.getBytes("operations"),
                row.getInt("format"));
    }

    static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    static int executed(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        set(statement, parameters);
        return statement.executeUpdate();
    }
}

package org.mediarouter.cluster.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of the routing configurations that were put into force, by number. */
public final class ConfigurationRows {
    private final Database database;

    public ConfigurationRows(Database database) {
        this.database = database;
    }

    /** Adds a version, unless there is one of that number; returns the one that is there then. */
    public String add(long number, String version) {
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into configurations (number, version) select cast(? as bigint), cast(? as text)"
                            + " where not exists (select 1 from configurations where number = ?)")) {
                return Rows.executed(statement, number, version, number);
            }
        });
        String there = get(number);
        return there == null ? version : there;
    }

    /** Writes another text in a version's place. */
    public void replace(long number, String version) {
        database.transaction(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("update configurations set version = ? where number = ?")) {
                return Rows.executed(statement, version, number);
            }
        });
    }

    public @Nullable String get(long number) {
        Optional<String> found = database.look(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select version from configurations where number = ?")) {
                statement.setLong(1, number);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
        return found.orElse(null);
    }

    public Map<Long, String> all() {
        return database.look(connection -> {
            Map<Long, String> all = new TreeMap<>();
            try (PreparedStatement statement =
                            connection.prepareStatement("select number, version from configurations");
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.put(rows.getLong(1), rows.getString(2));
                }
            }
            return all;
        });
    }
}

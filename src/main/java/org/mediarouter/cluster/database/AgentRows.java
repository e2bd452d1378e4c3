package org.mediarouter.cluster.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The table of agents. */
public final class AgentRows {
    private static final Table TABLE = Table.of("agents", 1, "id", "changes", "record", "operations", "format");

    private final Database database;

    public AgentRows(Database database) {
        this.database = database;
    }

    /** Saves it; whether it was newer than what was there. */
    public boolean save(Saves saves, Stored agent) throws SQLException {
        return saves.row(TABLE, agent.id(), agent.changes(), agent.record(), agent.operations(), agent.format());
    }

    /** The agent's row; null where there is none. */
    public @Nullable Stored get(String id) {
        Optional<Stored> found = database.look(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select * from agents where id = ?")) {
                statement.setString(1, id);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(Rows.stored(rows)) : Optional.empty();
                }
            }
        });
        return found.orElse(null);
    }

    /** Everyone; returns how many. */
    public int each(Consumer<Stored> consumer) {
        return database.look(connection -> {
            int count = 0;
            try (PreparedStatement statement = connection.prepareStatement("select * from agents")) {
                statement.setFetchSize(1000);
                try (ResultSet rows = statement.executeQuery()) {
                    for (; rows.next(); count++) {
                        consumer.accept(Rows.stored(rows));
                    }
                }
            }
            return count;
        });
    }
}

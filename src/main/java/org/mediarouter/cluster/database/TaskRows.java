package org.mediarouter.cluster.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The table of tasks. */
public final class TaskRows {
    private static final Table TABLE = Table.of(
            "tasks", 1, "id", "changes", "mrd", "queue", "state", "closed_at", "record", "operations", "format");

    private final Database database;

    public TaskRows(Database database) {
        this.database = database;
    }

    /**
     * A task, with what it is looked for by.
     *
     * @param closedAt null while it is open
     */
    public record Row(
            Stored stored,
            String mrd,
            String queue,
            String state,
            @Nullable Instant closedAt) {}

    /** Saves it; whether it was newer than what was there. */
    public boolean save(Saves saves, Row task) throws SQLException {
        return saves.row(
                TABLE,
                task.stored().id(),
                task.stored().changes(),
                task.mrd(),
                task.queue(),
                task.state(),
                task.closedAt() == null ? null : Rows.time(task.closedAt()),
                task.stored().record(),
                task.stored().operations(),
                task.stored().format());
    }

    /** The task's row; null where there is none. */
    public @Nullable Stored get(String id) {
        Optional<Stored> found = database.look(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select * from tasks where id = ?")) {
                statement.setString(1, id);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(Rows.stored(rows)) : Optional.empty();
                }
            }
        });
        return found.orElse(null);
    }

    /** All that are not CLOSED; returns how many. */
    public int open(Consumer<Stored> consumer) {
        return each("select * from tasks where closed_at is null", null, consumer);
    }

    /** All that were CLOSED then or later; returns how many. */
    public int closedSince(Instant time, Consumer<Stored> consumer) {
        return each("select * from tasks where closed_at >= ?", time, consumer);
    }

    private int each(String query, @Nullable Instant time, Consumer<Stored> consumer) {
        return database.look(connection -> {
            int count = 0;
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setFetchSize(1000);
                if (time != null) {
                    statement.setObject(1, Rows.time(time));
                }
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

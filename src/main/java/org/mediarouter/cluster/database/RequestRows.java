package org.mediarouter.cluster.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of the ids that clients gave their tasks (protocol, row 13, {@code RequestId}). */
public final class RequestRows {
    private static final Table TABLE = Table.of("requests", 2, "client", "id", "task_id", "claimed_at");

    private final Database database;

    public RequestRows(Database database) {
        this.database = database;
    }

    /** A claim of an id by a client, who may have no name. */
    public record Row(String client, String id, String taskId, Instant claimedAt) {}

    public void save(Saves saves, Row request) throws SQLException {
        saves.row(TABLE, request.client(), request.id(), request.taskId(), Rows.time(request.claimedAt()));
    }

    /** The task that it stands for; null where it wasn't claimed since then. */
    public @Nullable String taskOf(String client, String id, Instant since) {
        Optional<String> found = database.look(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select task_id from requests where client = ? and id = ? and claimed_at >= ?")) {
                statement.setString(1, client);
                statement.setString(2, id);
                statement.setObject(3, Rows.time(since));
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
        return found.orElse(null);
    }
}

package org.mediarouter.cluster.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The table of the reasons for offers: a task has so many places, and the last offers' are in them. */
public final class ReasonRows {
    private static final Table TABLE = Table.of("offer_reasons", 2, "task_id", "place", "told", "kept_at");

    private final Database database;

    public ReasonRows(Database database) {
        this.database = database;
    }

    /** Why one offer was made, in bytes. */
    public record Row(String taskId, int place, byte[] told, Instant keptAt) {}

    public void save(Saves saves, Row reasons) throws SQLException {
        saves.row(TABLE, reasons.taskId(), reasons.place(), reasons.told(), Rows.time(reasons.keptAt()));
    }

    /** Those of a task's offers. */
    public List<byte[]> of(String taskId) {
        return database.look(connection -> {
            List<byte[]> all = new ArrayList<>();
            try (PreparedStatement statement =
                    connection.prepareStatement("select told from offer_reasons where task_id = ?")) {
                statement.setString(1, taskId);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        all.add(rows.getBytes(1));
                    }
                }
            }
            return all;
        });
    }
}

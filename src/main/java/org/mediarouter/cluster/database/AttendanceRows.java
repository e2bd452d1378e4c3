package org.mediarouter.cluster.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The table of agents' attendance. */
public final class AttendanceRows {
    private final Database database;
    private final String save;

    public AttendanceRows(Database database) {
        this.database = database;
        save = database.dialect().save("attendances", "agent_id, mrd, since", "agent_id", "mrd", "since", "attendance");
    }

    /** An agent's attendance in an MRD from a time on. */
    public record Row(String agentId, String mrd, Instant since, String attendance) {}

    /** Saves it; the same again changes nothing. */
    public void save(Connection connection, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(save)) {
            Rows.executed(statement, row.agentId(), row.mrd(), Rows.time(row.since()), row.attendance());
        }
    }

    /** All from that time on, and of each agent and MRD the last before it. */
    public List<Row> since(Instant time) {
        return database.look(connection -> {
            List<Row> all = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(
                    "select agent_id, mrd, since, attendance from attendances a where since >= ? or since = "
                            + "(select max(b.since) from attendances b"
                            + " where b.agent_id = a.agent_id and b.mrd = a.mrd and b.since < ?)")) {
                statement.setObject(1, Rows.time(time));
                statement.setObject(2, Rows.time(time));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Instant since = rows.getObject(3, OffsetDateTime.class).toInstant();
                        all.add(new Row(rows.getString(1), rows.getString(2), since, rows.getString(4)));
                    }
                }
            }
            return all;
        });
    }
}

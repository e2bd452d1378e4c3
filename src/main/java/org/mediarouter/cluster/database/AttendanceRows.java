package org.mediarouter.cluster.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.mediarouter.agent.Attendance;
import org.mediarouter.agent.AttendanceLog.Change;

/** The table of agents' attendance. */
public final class AttendanceRows {
    private static final Table TABLE = Table.of("attendances", 3, "agent_id", "mrd", "since", "attendance");

    private final Database database;

    public AttendanceRows(Database database) {
        this.database = database;
    }

    /** Saves it; the same again changes nothing. */
    public void save(Saves saves, Change change) throws SQLException {
        saves.row(
                TABLE,
                change.agentId(),
                change.mrd(),
                Rows.time(change.at()),
                change.attendance().name());
    }

    /** All from that time on, and of each agent and MRD the last before it. */
    public List<Change> since(Instant time) {
        return database.look(connection -> {
            List<Change> all = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(
                    "select agent_id, mrd, since, attendance from attendances a where since >= ? or since = "
                            + "(select max(b.since) from attendances b"
                            + " where b.agent_id = a.agent_id and b.mrd = a.mrd and b.since < ?)")) {
                statement.setObject(1, Rows.time(time));
                statement.setObject(2, Rows.time(time));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Instant at = rows.getObject(3, OffsetDateTime.class).toInstant();
                        Attendance attendance = Attendance.valueOf(rows.getString(4));
                        all.add(new Change(rows.getString(1), rows.getString(2), attendance, at));
                    }
                }
            }
            return all;
        });
    }
}

package org.mediarouter.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.Attendance;
import org.mediarouter.agent.AttendanceLog;
import org.mediarouter.agent.MrdState;
import org.mediarouter.cluster.database.AttendanceRows;
import org.mediarouter.cluster.database.Database;

/**
 * Attendance, taken from the agents' records when they are saved. A record says since when the agent attends as he does, so
 * that a message that comes again writes the same row; and most changes of a record write none, as the row is there.
 */
final class AttendanceRecords implements AttendanceLog {
    private final AttendanceRows rows;
    private final Map<Post, AttendanceRows.Row> saved = new ConcurrentHashMap<>();

    /** An agent in an MRD. */
    private record Post(String agentId, String mrd) {}

    AttendanceRecords(Database database) {
        rows = new AttendanceRows(database);
    }

    void save(Connection connection, AgentRecord agent) throws SQLException {
        for (MrdState state : agent.mrds().values()) {
            AttendanceRows.Row row = row(agent.id(), state);
            // Who has never logged in doesn't attend.
            if (state.version() > 0 && !row.equals(saved.get(post(row)))) {
                rows.save(connection, row);
            }
        }
    }

    /** That agent's record has been saved, and its transaction is durable. */
    void saved(AgentRecord agent) {
        for (MrdState state : agent.mrds().values()) {
            AttendanceRows.Row row = row(agent.id(), state);
            saved.put(post(row), row);
        }
    }

    @Override
    public List<Change> since(Instant time) {
        return rows.since(time).stream()
                .map(row -> new Change(row.agentId(), row.mrd(), Attendance.valueOf(row.attendance()), row.since()))
                .toList();
    }

    private static Post post(AttendanceRows.Row row) {
        return new Post(row.agentId(), row.mrd());
    }

    private static AttendanceRows.Row row(String agentId, MrdState state) {
        return new AttendanceRows.Row(
                agentId,
                state.mrd(),
                state.attendingSince().truncatedTo(ChronoUnit.MILLIS),
                Attendance.in(state.state()).name());
    }
}

package org.mediarouter.cluster;

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
import org.mediarouter.cluster.database.Saves;

/**
 * Attendance, taken from the agents' records when they are saved. A record says since when the agent attends as he does, so
 * that a message that comes again writes the same row; and most changes of a record write none, as the row is there.
 */
final class AttendanceRecords implements AttendanceLog {
    private final AttendanceRows rows;
    private final Map<Post, Change> saved = new ConcurrentHashMap<>();

    /** An agent in an MRD. */
    private record Post(String agentId, String mrd) {}

    AttendanceRecords(Database database) {
        rows = new AttendanceRows(database);
    }

    void save(Saves saves, AgentRecord agent) throws SQLException {
        for (MrdState state : agent.mrds().values()) {
            Change change = change(agent.id(), state);
            // Who has never logged in doesn't attend.
            if (state.version() > 0 && !change.equals(saved.get(post(change)))) {
                rows.save(saves, change);
            }
        }
    }

    /** That agent's record has been saved, and its transaction is durable. */
    void saved(AgentRecord agent) {
        for (MrdState state : agent.mrds().values()) {
            Change change = change(agent.id(), state);
            saved.put(post(change), change);
        }
    }

    @Override
    public List<Change> since(Instant time) {
        return rows.since(time);
    }

    private static Post post(Change change) {
        return new Post(change.agentId(), change.mrd());
    }

    private static Change change(String agentId, MrdState state) {
        return new Change(
                agentId,
                state.mrd(),
                Attendance.in(state.state()),
                state.attendingSince().truncatedTo(ChronoUnit.MILLIS));
    }
}

package org.mediarouter.cluster.database;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mediarouter.agent.AttendanceLog;

/**
 * Rows that nobody asks for any more.
 *
 * @param sql with one parameter, the time before which they are meant
 */
public record Forgetting(String sql, Instant before) {
    /** A client's request id is known so long (protocol, row 13). */
    public static final Duration REQUESTS = Duration.ofHours(24);

    /** A task may live so long with its reasons, and be explained 24 hours after. */
    private static final Duration REASONS = Duration.ofDays(8);

    /** The last before that time still says how it was then. */
    private static final String ATTENDANCES = "delete from attendances a where since < (select max(b.since)"
            + " from attendances b where b.agent_id = a.agent_id and b.mrd = a.mrd and b.since < ?)";

    /**
     * All that is old.
     *
     * @param closed how long CLOSED tasks are kept
     */
    public static List<Forgetting> at(Instant now, Duration closed) {
        return List.of(
                new Forgetting("delete from requests where claimed_at < ?", now.minus(REQUESTS)),
                new Forgetting(ATTENDANCES, now.minus(AttendanceLog.REACH)),
                new Forgetting("delete from offer_reasons where kept_at < ?", now.minus(REASONS)),
                new Forgetting("delete from tasks where closed_at < ?", now.minus(closed)));
    }
}

package org.mediarouter.cluster.database;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

    /**
     * All that is old.
     *
     * @param closed how long CLOSED tasks are kept
     */
    public static List<Forgetting> at(Instant now, Duration closed) {
        return List.of(
                new Forgetting("delete from requests where claimed_at < ?", now.minus(REQUESTS)),
                new Forgetting("delete from offer_reasons where kept_at < ?", now.minus(REASONS)),
                new Forgetting("delete from tasks where closed_at < ?", now.minus(closed)));
    }
}

package org.mediarouter.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When agents came and went, were ready and not ready. Shared by all nodes, and written with the agents' records. */
public interface AttendanceLog {
    /** How far back it reaches at least. */
    Duration REACH = Duration.ofHours(24);

    /**
     * An agent's attendance in one MRD became this.
     *
     * @param at to the millisecond; of several changes within one, the last stands
     */
    record Change(String agentId, String mrd, Attendance attendance, Instant at) {}

    /** The changes from that time on, and for each agent and MRD the last before it; in no order. */
    List<Change> since(Instant time);
}

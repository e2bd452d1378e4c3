package org.mediarouter.agent;

import org.mediarouter.message.AgentStateName;

/** What of an agent's state in one MRD counts for the time logged in and ready, and so for occupancy (routing, "Statistics"). */
public enum Attendance {
    LOGGED_OUT,
    /** Logged in, and takes no task now: by wish, or because the agent is interrupted or nobody is sure of him. */
    NOT_READY,
    /** Takes tasks, or would if there were room. */
    READY;

    public static Attendance in(AgentStateName state) {
        return switch (state) {
            case LOGOUT -> LOGGED_OUT;
            case LOGIN, NOT_READY, PENDING_NOT_READY, INTERRUPTED, UNKNOWN -> NOT_READY;
            case READY, RESERVED, ACTIVE, BUSY, WORK_READY -> READY;
        };
    }
}

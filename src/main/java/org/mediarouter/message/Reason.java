package org.mediarouter.message;

/** The reason codes that the system itself gives (states). Agents' own reason codes are free text of the MRD's list. */
public final class Reason {
    public static final String RONA = "RONA";
    public static final String REJECTED = "REJECTED";
    public static final String AGENT_LOGOUT = "AGENT_LOGOUT";
    public static final String RESTORE = "RESTORE";
    public static final String INTERRUPTED = "INTERRUPTED";
    public static final String TRANSFERRED = "TRANSFERRED";
    public static final String OVERFLOW = "OVERFLOW";
    public static final String QUEUE_REMOVED = "QUEUE_REMOVED";
    public static final String CANCELLED = "CANCELLED";
    public static final String DONE = "DONE";
    public static final String WRAP_UP_EXPIRED = "WRAP_UP_EXPIRED";
    public static final String NO_AGENT_AVAILABLE = "NO_AGENT_AVAILABLE";
    public static final String DEFAULT_QUEUE = "DEFAULT_QUEUE";

    private Reason() {}
}

package org.mediarouter.route;

/** The properties of messages: those of the protocol (sections 1 and 2), and those that we use among ourselves. */
public final class Names {
    public static final String CATEGORY = "Category";
    public static final String AGENT_ID = "AgentId";
    public static final String TASK_ID = "TaskId";
    public static final String MRD = "Mrd";

    /** On copies in {@code Invalid} and {@code DLQ}. */
    public static final String ERROR_CODE = "ErrorCode";

    public static final String ERROR_MESSAGE = "ErrorMessage";
    public static final String SOURCE_QUEUE = "SourceQueue";
    /** The broker user who sent the original: the broker writes ours on the copy. */
    public static final String SENDER = "Sender";
    /** The group of the original: as its own the broker would bind the copy to a consumer. */
    public static final String SOURCE_GROUP = "SourceGroup";

    /** How many bytes the original's body had, where the copy has less of it. */
    public static final String TRUNCATED = "TruncatedFrom";

    /** Internal. */
    public static final String REPLY_TO = "ReplyTo";

    public static final String AUDIENCE = "Audience";
    /** On a command that took the detour: what it was on {@code General}. */
    public static final String OPERATION = "OperationId";

    public static final String AFTER = "After";
    public static final String EXPIRES = "ExpiresAt";

    /** Set by the broker on the first message of a group that a consumer gets. */
    public static final String GROUP_FIRST = "GroupFirst";

    public static final String GROUP = "JMSXGroupID";
    public static final String DELIVERIES = "JMSXDeliveryCount";
    /** Artemis' own: not before this, in ms since 1970. */
    public static final String SCHEDULED = "_AMQ_SCHED_DELIVERY";

    private Names() {}
}

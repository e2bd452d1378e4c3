package org.mediarouter.route;

/** The properties of messages: those of the protocol (sections 1 and 2), and those that we use among ourselves. */
final class Names {
    static final String CATEGORY = "Category";
    static final String AGENT_ID = "AgentId";
    static final String TASK_ID = "TaskId";
    static final String MRD = "Mrd";

    /** On copies in {@code Invalid} and {@code DLQ}. */
    static final String ERROR_CODE = "ErrorCode";

    static final String ERROR_MESSAGE = "ErrorMessage";
    static final String SOURCE_QUEUE = "SourceQueue";
    /** The broker user who sent the original: the broker writes ours on the copy. */
    static final String SENDER = "Sender";
    /** The group of the original: as its own the broker would bind the copy to a consumer. */
    static final String SOURCE_GROUP = "SourceGroup";

    /** How many bytes the original's body had, where the copy has less of it. */
    static final String TRUNCATED = "TruncatedFrom";

    /** Internal. */
    static final String REPLY_TO = "ReplyTo";

    static final String AUDIENCE = "Audience";
    /** On a command that took the detour: what it was on {@code General}. */
    static final String OPERATION = "OperationId";

    static final String AFTER = "After";
    static final String EXPIRES = "ExpiresAt";

    /** Set by the broker on the first message of a group that a consumer gets. */
    static final String GROUP_FIRST = "GroupFirst";

    static final String GROUP = "JMSXGroupID";
    static final String DELIVERIES = "JMSXDeliveryCount";
    /** Artemis' own: not before this, in ms since 1970. */
    static final String SCHEDULED = "_AMQ_SCHED_DELIVERY";

    private Names() {}
}

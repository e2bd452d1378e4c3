package org.mediarouter.message;

/** Why a command was refused (protocol, sections 4 and 5). A refused command changed nothing. */
public enum ErrorCode {
    INVALID_BODY_TYPE(true),
    TOO_LARGE(true),
    INVALID_JSON(true),
    UNKNOWN_TYPE(true),
    MISSING_MEMBER(true),
    INVALID_MEMBER(true),
    INVALID_CREDENTIALS,
    MISSING_EXTENSION,
    DIRECTORY_UNAVAILABLE,
    AGENT_NOT_CONNECTED,
    AGENT_NOT_FOUND,
    AGENT_NOT_IN_MRD,
    AGENT_NOT_LOGGED_IN,
    MRD_NOT_FOUND,
    INVALID_STATE,
    INVALID_STATE_TRANSITION,
    MISSING_REASON_CODE,
    TASK_NOT_FOUND,
    INVALID_TASK_STATE,
    OFFER_EXPIRED,
    NOT_ON_TASK,
    NOT_TASK_OWNER,
    RECIPIENT_NOT_FOUND,
    ALREADY_ON_TASK,
    RECIPIENT_NOT_AVAILABLE,
    CONFERENCE_FULL,
    TRANSFER_NOT_ACCEPTED,
    QUEUE_NOT_FOUND,
    QUEUE_FULL,
    SERVICE_UNAVAILABLE;

    private final boolean malformed;

    ErrorCode() {
        this(false);
    }

    ErrorCode(boolean malformed) {
        this.malformed = malformed;
    }

    /** Whether a message refused with this code is copied to {@code Invalid}. */
    public boolean malformed() {
        return malformed;
    }
}

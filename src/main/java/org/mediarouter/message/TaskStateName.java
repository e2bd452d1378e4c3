package org.mediarouter.message;

/** The states of a task (states, "Task"). */
public enum TaskStateName {
    QUEUED,
    RESERVED,
    ACTIVE,
    PAUSED,
    WRAP_UP,
    CLOSED;

    /** Whether an agent owns a task in this state and works on the conversation. */
    public boolean inConversation() {
        return this == ACTIVE || this == PAUSED;
    }
}

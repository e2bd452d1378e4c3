package org.mediarouter.message;

import java.util.Optional;

/** The states of an agent in one Media Routing Domain (states, "Agent"). */
public enum AgentStateName {
    LOGOUT,
    LOGIN,
    NOT_READY,
    READY,
    RESERVED,
    ACTIVE,
    BUSY,
    WORK_READY,
    PENDING_NOT_READY,
    INTERRUPTED,
    UNKNOWN;

    /** Whether an agent in this state may be offered, handed or brought into a task, capacity permitting. */
    public boolean mayTakeTask() {
        return this == READY || this == RESERVED || this == ACTIVE;
    }

    /** The state of that name, if there is one; names are exact. */
    public static Optional<AgentStateName> named(String name) {
        for (AgentStateName state : values()) {
            if (state.name().equals(name)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}

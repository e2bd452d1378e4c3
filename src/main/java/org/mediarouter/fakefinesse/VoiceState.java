package org.mediarouter.fakefinesse;

/** An agent's voice state, by Finesse's names. */
public enum VoiceState {
    LOGOUT,
    NOT_READY,
    READY,
    RESERVED,
    RESERVED_OUTBOUND,
    RESERVED_OUTBOUND_PREVIEW,
    TALKING,
    HOLD,
    WORK,
    WORK_READY,
    UNKNOWN;

    boolean onCall() {
        return this == RESERVED || this == TALKING || this == HOLD;
    }
}

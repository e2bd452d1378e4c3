package org.mediarouter.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.TaskStateName;

/**
 * An agent's whole state in a medium that the contact centre routes, as the contact centre reports it.
 *
 * @param unsure it doesn't know itself
 * @param ready whether the agent gets calls, or will after the present one
 * @param reason why not ready, or why logged out
 * @param call see {@link OutsideWork#call}
 * @param since when it came to that, by the contact centre's clock
 * @param read whether it was asked for and so holds whatever its time, as after a failover to a side with another clock; a
 *     report that came by itself may be late, and is dropped if it is older than what is known
 */
public record OutsideState(
        boolean loggedIn,
        boolean unsure,
        boolean ready,
        @Nullable String reason,
        @Nullable TaskStateName call,
        Instant since,
        boolean read) {
    /** Nobody knows it any more. */
    public static OutsideState unknown(Instant at) {
        return new OutsideState(true, true, false, null, null, at, true);
    }

    /** Whether both say the same, however they came. */
    public boolean says(OutsideState other) {
        return asRead().equals(other.asRead());
    }

    /** The same, as one that was asked for. */
    public OutsideState asRead() {
        return new OutsideState(loggedIn, unsure, ready, reason, call, since, true);
    }
}

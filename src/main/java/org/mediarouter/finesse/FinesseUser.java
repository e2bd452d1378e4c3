package org.mediarouter.finesse;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.OutsideState;
import org.mediarouter.message.TaskStateName;

/**
 * Finesse's User object, whole as it always comes, as far as it matters here.
 *
 * @param state LOGOUT, NOT_READY, READY, RESERVED..., TALKING, HOLD, WORK, WORK_READY, UNKNOWN; after a failover any may
 *     follow any
 * @param stateChangeTime null where Finesse leaves it empty
 * @param pendingState what comes after the call; empty where nothing is said
 * @param reason the id of the reason code; null for none
 */
record FinesseUser(
        String id,
        String state,
        @Nullable Instant stateChangeTime,
        String pendingState,
        @Nullable String reason,
        String extension) {

    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][.SS][.S]XX", Locale.ROOT);

    /**
     * Of a {@code <User>}.
     *
     * @throws Xml.Unreadable it has no state
     */
    static FinesseUser of(Xml user) throws Xml.Unreadable {
        String state = user.textOf("state").toUpperCase(Locale.ROOT);
        if (state.isEmpty()) {
            throw new Xml.Unreadable("the user has no state");
        }
        return new FinesseUser(
                user.textOf("loginid"),
                state,
                time(user.textOf("statechangetime")),
                user.textOf("pendingstate").toUpperCase(Locale.ROOT),
                reason(user),
                user.textOf("extension"));
    }

    private static @Nullable String reason(Xml user) {
        Xml code = user.child("reasoncode");
        String id = code == null ? user.textOf("reasoncodeid") : code.textOf("id");
        return id.isEmpty() || id.startsWith("-") ? null : id;
    }

    private static @Nullable Instant time(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return timeWithOffset(text);
        }
    }

    private static @Nullable Instant timeWithOffset(String text) {
        try {
            return OffsetDateTime.parse(text, WITH_OFFSET).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    boolean loggedOut() {
        return state.equals("LOGOUT");
    }

    boolean inCall() {
        TaskStateName call = call();
        return call != null && call != TaskStateName.WRAP_UP;
    }

    /** Whether this is one of the states that Finesse documents. */
    boolean known() {
        return switch (state) {
            case "LOGOUT", "LOGIN", "NOT_READY", "READY", "UNKNOWN" -> true;
            default -> call() != null;
        };
    }

    private @Nullable TaskStateName call() {
        return switch (state) {
            case "RESERVED", "RESERVED_OUTBOUND", "RESERVED_OUTBOUND_PREVIEW" -> TaskStateName.RESERVED;
            case "TALKING" -> TaskStateName.ACTIVE;
            case "HOLD" -> TaskStateName.PAUSED;
            case "WORK", "WORK_READY" -> TaskStateName.WRAP_UP;
            default -> null;
        };
    }

    /** Whether the agent gets calls, or will after the present one: what is pending counts, then what the state says. */
    boolean ready() {
        return switch (state) {
            case "READY", "WORK_READY" -> true;
            case "NOT_READY", "LOGOUT", "LOGIN", "WORK", "UNKNOWN" -> false;
            default -> call() != null && !pendingState.equals("NOT_READY") && !pendingState.equals("LOGOUT");
        };
    }

    /** As the agent's record is told of what came of a command: something later may have been heard meanwhile, and stays. */
    OutsideState outcome() {
        return report(stateChangeTime == null);
    }

    /**
     * As the agent's record is told.
     *
     * @param read whether it was asked for
     */
    OutsideState report(boolean read) {
        boolean unsure = state.equals("UNKNOWN") || !known();
        return new OutsideState(
                !loggedOut(),
                unsure,
                ready(),
                ready() ? null : reason,
                call(),
                stateChangeTime == null ? Instant.EPOCH : stateChangeTime,
                read);
    }
}

package org.mediarouter.message;

import org.jspecify.annotations.Nullable;

/**
 * Why a command can't be done: a value, since the client caused it.
 *
 * @param message one sentence that a person understands
 * @param member the member at fault
 * @param recipientState the state of the agent who can't take the task
 */
public record Refusal(
        ErrorCode code,
        String message,
        @Nullable String member,
        @Nullable AgentStateName recipientState) {

    public static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, message, null, null);
    }

    public static Refusal ofMember(ErrorCode code, String member, String message) {
        return new Refusal(code, message, member, null);
    }
}

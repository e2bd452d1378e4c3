package org.mediarouter.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command was refused and changed nothing (protocol, section 5).
 *
 * @param message one sentence that a person understands
 * @param jmsType of the refused message; null where it had none
 * @param member the member at fault
 * @param category that of the refused message
 */
public record Error(
        ErrorCode code,
        String message,
        @JsonProperty("JMSType") @Nullable String jmsType,
        @Nullable String member,
        @Nullable String agentId,
        @Nullable String taskId,
        @Nullable AgentStateName recipientState,
        Instant time,
        @JsonIgnore @Nullable Category category)
        implements Message {

    /** The answer to a command that was refused. */
    public static Error to(Command command, Refusal refusal, Instant time) {
        return new Error(
                refusal.code(),
                refusal.message(),
                command.type(),
                refusal.member(),
                command.aboutAgent(),
                command.aboutTask(),
                refusal.recipientState(),
                time,
                command.category());
    }

    /** Read back from its JSON it is the engine's refusal of a Conference or Transfer. */
    @Override
    public Category category() {
        return category == null ? Category.AGENT_STATE : category;
    }

    @Override
    public @Nullable String aboutAgent() {
        return agentId;
    }

    @Override
    public @Nullable String aboutTask() {
        return taskId;
    }
}

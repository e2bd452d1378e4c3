package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediarouter.message.ErrorCode;

/** Protocol, section 5: each code of an Error, at least once. */
@ExtendWith(BlackBox.class)
class ErrorCodesIT {

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeIsGivenWhereTheProtocolSaysSo(ErrorCode code, Chat chat, Operator operator) throws Exception {
        Told error = refusal(code, new Refusals(chat, operator), new TaskRefusals(chat));

        assertThat(error.type()).isEqualTo("Error");
        assertThat(error.member("Code")).isEqualTo(code.name());
        assertThat(error.member("Message")).as("one sentence").matches("\\S.*\\.");
        assertThat(error.member("Time")).isNotNull();
        if (code.malformed()) {
            Told copy = operator.take("Invalid", error.correlation());
            assertThat(copy.properties())
                    .containsEntry("ErrorCode", code.name())
                    .containsEntry("ErrorMessage", error.member("Message"))
                    .containsEntry("SourceQueue", "General");
        }
    }

    /** A code that has no scenario is a compile error here. */
    private static Told refusal(ErrorCode code, Refusals refusals, TaskRefusals tasks) throws Exception {
        return switch (code) {
            case INVALID_BODY_TYPE -> refusals.invalidBodyType();
            case TOO_LARGE -> refusals.tooLarge();
            case INVALID_JSON -> refusals.invalidJson();
            case UNKNOWN_TYPE -> refusals.unknownType();
            case MISSING_MEMBER -> refusals.missingMember();
            case INVALID_MEMBER -> refusals.invalidMember();
            case INVALID_CREDENTIALS -> refusals.invalidCredentials();
            case MISSING_EXTENSION -> refusals.missingExtension();
            case DIRECTORY_UNAVAILABLE -> refusals.directoryUnavailable();
            case AGENT_NOT_CONNECTED -> refusals.agentNotConnected();
            case AGENT_NOT_FOUND -> refusals.agentNotFound();
            case AGENT_NOT_IN_MRD -> refusals.agentNotInMrd();
            case AGENT_NOT_LOGGED_IN -> refusals.agentNotLoggedIn();
            case MRD_NOT_FOUND -> refusals.mrdNotFound();
            case INVALID_STATE -> refusals.invalidState();
            case INVALID_STATE_TRANSITION -> refusals.invalidStateTransition();
            case MISSING_REASON_CODE -> refusals.missingReasonCode();
            case TASK_NOT_FOUND -> tasks.taskNotFound();
            case INVALID_TASK_STATE -> tasks.invalidTaskState();
            case OFFER_EXPIRED -> tasks.offerExpired();
            case NOT_ON_TASK -> tasks.notOnTask();
            case NOT_TASK_OWNER -> tasks.notTaskOwner();
            case RECIPIENT_NOT_FOUND -> tasks.recipientNotFound();
            case ALREADY_ON_TASK -> tasks.alreadyOnTask();
            case RECIPIENT_NOT_AVAILABLE -> tasks.recipientNotAvailable();
            case CONFERENCE_FULL -> tasks.conferenceFull();
            case TRANSFER_NOT_ACCEPTED -> tasks.transferNotAccepted();
            case QUEUE_NOT_FOUND -> tasks.queueNotFound();
            case QUEUE_FULL -> tasks.queueFull();
            case SERVICE_UNAVAILABLE -> refusals.serviceUnavailable();
        };
    }
}

package org.mediarouter.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Optional;

/** The broker user who sent a message, as the broker wrote it on the message: a client can't claim to be another. */
public final class ValidatedUser {

    private ValidatedUser() {}

    /** Empty where the broker doesn't say ({@code populate-validated-user} is off). */
    public static Optional<String> of(Message message) throws JMSException {
        return Optional.ofNullable(message.getStringProperty("JMSXUserID"));
    }
}

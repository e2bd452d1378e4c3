package org.mediarouter.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/**
 * The broker user who sent a message, as the embedded broker wrote it on the message: a client can't claim to be another.
 * (An external broker has to be told to: {@code populate-validated-user}; it believes AMQP clients, however.)
 */
public final class ValidatedUser {

    private ValidatedUser() {}

    /** Empty where the broker doesn't say. */
    public static Optional<String> of(Message message) throws JMSException {
        String user = message.getStringProperty("JMSXUserID");
        return user == null && message instanceof ActiveMQMessage ours
                ? amqpSender(ours.getCoreMessage())
                : Optional.ofNullable(user);
    }

    private static Optional<String> amqpSender(ClientMessage message) {
        return message.getObjectProperty(AmqpSender.SENDER) instanceof byte[] name
                ? Optional.of(new String(name, StandardCharsets.UTF_8))
                : Optional.empty();
    }
}

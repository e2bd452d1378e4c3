package org.mediarouter.cli;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.activemq.artemis.jms.client.ActiveMQTopic;
import org.jspecify.annotations.Nullable;
import org.mediarouter.broker.ReplyAddress;
import org.mediarouter.route.Names;

/** A message as its sender sent it, made from the one that was put aside. */
final class ResentMessage {
    /** What was written on it when it was put aside, or on its way there; its {@code OperationId} and {@code Sender} stay. */
    private static final Set<String> ADDED = Set.of(
            Names.ERROR_CODE,
            Names.ERROR_MESSAGE,
            Names.SOURCE_QUEUE,
            Names.SOURCE_GROUP,
            Names.TRUNCATED,
            Names.GROUP_FIRST,
            Names.AFTER,
            Names.EXPIRES);

    private ResentMessage() {}

    /** Sends it in the session's transaction. What it still had of its time, it keeps. */
    static void send(Session session, MessageProducer producer, Message aside, String queue) throws JMSException {
        Message message = body(session, aside);
        message.setJMSType(aside.getJMSType());
        message.setJMSCorrelationID(aside.getJMSCorrelationID());
        for (Object name : Collections.list(aside.getPropertyNames())) {
            String property = String.valueOf(name);
            if (!property.startsWith("JMS") && !property.startsWith("_") && !ADDED.contains(property)) {
                message.setObjectProperty(property, aside.getObjectProperty(property));
            }
        }
        String group = aside.propertyExists(Names.SOURCE_GROUP)
                ? aside.getStringProperty(Names.SOURCE_GROUP)
                : aside.getStringProperty(Names.GROUP);
        if (group != null) {
            message.setStringProperty(Names.GROUP, group);
        }
        message.setJMSReplyTo(replyTo(aside));
        long expires = aside.getJMSExpiration();
        producer.send(
                session.createQueue(queue),
                message,
                DeliveryMode.PERSISTENT,
                aside.getJMSPriority(),
                expires == 0 ? 0 : Math.max(1, expires - System.currentTimeMillis()));
    }

    private static Message body(Session session, Message aside) throws JMSException {
        if (aside instanceof TextMessage text) {
            return session.createTextMessage(text.getText());
        }
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(QueuedMessage.content((BytesMessage) aside));
        return message;
    }

    /** A copy has it as a property: on its header it would be a temporary queue's that may be gone. */
    private static @Nullable Destination replyTo(Message aside) throws JMSException {
        Optional<ReplyAddress> address = ReplyAddress.of(aside.getJMSReplyTo());
        if (address.isEmpty()) {
            String written = aside.getStringProperty(Names.REPLY_TO);
            address = ReplyAddress.of(written == null ? null : written.replace("temporary://", ""));
        }
        if (address.isEmpty()) {
            return null;
        }
        ReplyAddress to = address.get();
        return to.topic() ? new ActiveMQTopic(to.name()) : new ActiveMQQueue(to.name());
    }
}

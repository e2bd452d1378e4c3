package org.mediarouter.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Codec;
import org.mediarouter.message.Destination;
import org.mediarouter.message.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies for people to look at: of malformed messages in {@code Invalid}, of what couldn't be handled in {@code DLQ}. As
 * they came, but never with a password, and not without end.
 */
final class Copies {
    /** What is longer is cut off: in bytes, or in characters of a text. */
    static final int LONGEST = 1024 * 1024;

    private static final Set<String> WITH_PASSWORD = Set.of("Connect", "Login");

    /** What only we may say of a message: a client's own word for it is not kept. */
    private static final Set<String> OF_OURS =
            Set.of(Names.GROUP_FIRST, Names.SENDER, Names.REPLY_TO, Names.OPERATION, Names.SOURCE_GROUP);

    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    private final Sender sender;

    Copies(Sender sender) {
        this.sender = sender;
    }

    /**
     * Sends one in the delivery's transaction. The delivery's message can't be read any more afterwards.
     *
     * @param members the body, where it is a JSON object
     */
    void send(Destination to, Delivery delivery, ErrorCode code, String reason, @Nullable ObjectNode members)
            throws JMSException {
        Message received = delivery.received();
        String type = delivery.type();
        String correlation = received.getJMSCorrelationID();
        Map<String, Object> properties = properties(received);
        Message copy = copy(delivery, members, properties);
        properties.forEach((name, value) -> keep(copy, name, value));
        copy.setJMSType(type);
        copy.setJMSCorrelationID(correlation == null ? delivery.envelope().correlation() : correlation);
        copy.setStringProperty(Names.ERROR_CODE, code.name());
        copy.setStringProperty(Names.ERROR_MESSAGE, reason);
        copy.setStringProperty(Names.SOURCE_QUEUE, delivery.line().source());
        copy.setStringProperty(Names.OPERATION, delivery.envelope().operation());
        String user = delivery.envelope().user();
        if (user != null) {
            copy.setStringProperty(Names.SENDER, user);
        }
        Destination replyTo = delivery.envelope().replyTo();
        if (replyTo != null) {
            copy.setStringProperty(Names.REPLY_TO, replyTo.toString());
        }
        String group = delivery.group();
        if (group != null) {
            copy.setStringProperty(Names.SOURCE_GROUP, group);
        }
        sender.send(to, copy);
    }

    /** AMQP and STOMP allow names that JMS doesn't. */
    private static void keep(Message copy, String name, Object value) {
        try {
            copy.setObjectProperty(name, value);
        } catch (JMSException | RuntimeException e) {
            LOG.debug("a property of a malformed message can't be copied", e);
        }
    }

    private static Message copy(Delivery delivery, @Nullable ObjectNode members, Map<String, Object> properties)
            throws JMSException {
        Message received = delivery.received();
        Session session = delivery.session();
        if (members != null) {
            return session.createTextMessage(
                    secret(members) ? Codec.withoutPassword(members) : ((Body.Text) Body.of(received)).text());
        }
        int size = ((ActiveMQMessage) received).getCoreMessage().getBodyBufferSize();
        if (withheld(delivery)) {
            properties.put(Names.TRUNCATED, size);
            return session.createTextMessage();
        }
        if (received instanceof TextMessage text
                && text.getText() != null
                && text.getText().length() > LONGEST) {
            properties.put(Names.TRUNCATED, size);
            return session.createTextMessage(text.getText().substring(0, LONGEST));
        }
        if (!(received instanceof TextMessage) && size > LONGEST) {
            properties.put(Names.TRUNCATED, size);
            return received instanceof BytesMessage bytes ? beginning(bytes, session) : session.createTextMessage();
        }
        received.clearProperties();
        return received;
    }

    private static Message beginning(BytesMessage message, Session session) throws JMSException {
        byte[] bytes = new byte[LONGEST];
        message.reset();
        int read = message.readBytes(bytes);
        BytesMessage beginning = session.createBytesMessage();
        beginning.writeBytes(bytes, 0, Math.max(0, read));
        return beginning;
    }

    /** A sign-in that can't be read may hold the password anywhere; so may what only looks like one. */
    private static boolean withheld(Delivery delivery) throws JMSException {
        String type = delivery.type();
        if (type != null && WITH_PASSWORD.contains(type)) {
            return true;
        }
        return (type == null || !Codec.commandTypes().contains(type))
                && delivery.line().commands()
                && Body.of(delivery.received()) instanceof Body.Text body
                && body.text().toLowerCase(Locale.ROOT).contains("password");
    }

    private static boolean secret(ObjectNode members) {
        return members.properties().stream().anyMatch(member -> member.getKey().equalsIgnoreCase("Password"));
    }

    /** The client's own properties. Those of JMS and of the broker (groups, schedules) would have effects on the copy. */
    private static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Object name : Collections.list(message.getPropertyNames())) {
            String property = String.valueOf(name);
            Object value = message.getObjectProperty(property);
            if (!property.startsWith("JMS")
                    && !property.startsWith("_")
                    && !OF_OURS.contains(property)
                    && List.of(
                                    String.class,
                                    Long.class,
                                    Integer.class,
                                    Short.class,
                                    Byte.class,
                                    Boolean.class,
                                    Double.class,
                                    Float.class)
                            .contains(value == null ? Message.class : value.getClass())) {
                properties.put(property, value);
            }
        }
        return properties;
    }
}

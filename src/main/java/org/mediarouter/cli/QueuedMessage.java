package org.mediarouter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Codec;
import org.mediarouter.route.Names;

/**
 * A message that lies in a queue, as it may be shown: without passwords.
 *
 * @param number its place in the queue, from 1
 * @param id the broker's own id of it; another one once it has been sent again
 * @param messageId {@code JMSMessageID}; null where its sender gave it none
 * @param time when it was sent here; ISO 8601, UTC
 * @param source the queue it came from; null where it has not come from any
 * @param error code and sentence of what was wrong with it, or of what put it here; null where nobody said
 * @param size of the body in bytes
 * @param body null where it isn't text, or can't be shown without showing a password
 * @param whole whether the body is all that its sender sent: no password blanked, nothing cut off
 */
record QueuedMessage(
        int number,
        String id,
        @Nullable String messageId,
        String time,
        @Nullable String type,
        @Nullable String source,
        @Nullable String agent,
        @Nullable String task,
        @Nullable String error,
        int size,
        @Nullable String correlation,
        Map<String, String> properties,
        @Nullable String body,
        boolean whole) {

    static QueuedMessage of(int number, Message message) throws JMSException {
        Map<String, String> properties = new TreeMap<>();
        for (Object name : Collections.list(message.getPropertyNames())) {
            properties.put(String.valueOf(name), String.valueOf(message.getObjectProperty(String.valueOf(name))));
        }
        String text = text(message);
        ObjectNode members = text == null ? null : Codec.members(text);
        String type = message.getJMSType();
        String shown = shown(type, text, members);
        String code = properties.get(Names.ERROR_CODE);
        return new QueuedMessage(
                number,
                String.valueOf(((ActiveMQMessage) message).getCoreMessage().getMessageID()),
                message.getJMSMessageID(),
                Instant.ofEpochMilli(message.getJMSTimestamp()).toString(),
                type,
                source(properties),
                first(properties.get(Names.AGENT_ID), member(members, "AgentId", "OwnerAgentId", "ConferenceOwner")),
                first(properties.get(Names.TASK_ID), member(members, "TaskId")),
                code != null
                        ? code + ": " + properties.getOrDefault(Names.ERROR_MESSAGE, "")
                        : properties.containsKey("_AMQ_ACTUAL_EXPIRY") ? "expired" : null,
                ((ActiveMQMessage) message).getCoreMessage().getBodyBufferSize(),
                message.getJMSCorrelationID(),
                properties,
                shown,
                text != null && !properties.containsKey(Names.TRUNCATED) && !blanked(members));
    }

    /** We say {@code SourceQueue}; the broker, where it moved a message itself, {@code _AMQ_ORIG_QUEUE} or the address. */
    private static @Nullable String source(Map<String, String> properties) {
        return Stream.of(Names.SOURCE_QUEUE, "_AMQ_ORIG_QUEUE", "_AMQ_ORIG_ADDRESS")
                .map(properties::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return text.getText();
        }
        return message instanceof BytesMessage bytes ? new String(content(bytes), StandardCharsets.UTF_8) : null;
    }

    /** All bytes of a body, which may have been read before. */
    static byte[] content(BytesMessage message) throws JMSException {
        message.reset();
        byte[] content = new byte[(int) message.getBodyLength()];
        message.readBytes(content);
        return content;
    }

    /** What can't be read may hold the password of a sign-in anywhere. */
    private static @Nullable String shown(@Nullable String type, @Nullable String text, @Nullable ObjectNode members) {
        if (members != null) {
            return passwords(members).findAny().isPresent() ? Codec.withoutPassword(members) : text;
        }
        boolean secret = "Connect".equals(type)
                || "Login".equals(type)
                || text != null && text.toLowerCase(Locale.ROOT).contains("password");
        return secret ? null : text;
    }

    private static boolean blanked(@Nullable ObjectNode members) {
        return members != null
                && passwords(members).anyMatch(value -> value.asText().isEmpty());
    }

    private static Stream<JsonNode> passwords(JsonNode node) {
        Stream<JsonNode> here = node.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase("Password"))
                .map(Map.Entry::getValue);
        return Stream.concat(here, node.valueStream().flatMap(QueuedMessage::passwords));
    }

    private static @Nullable String member(@Nullable ObjectNode members, String... names) {
        return members == null
                ? null
                : Stream.of(names)
                        .map(members::path)
                        .filter(value -> value.isValueNode())
                        .map(value -> value.asText())
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}

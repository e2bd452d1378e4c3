package org.mediarouter.blackbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.mediarouter.message.ErrorCode;

/**
 * A message as a client received it.
 *
 * @param at where
 * @param text its body; empty where it has none that is text
 * @param life for how long it was meant to be kept from when it was sent, in ms; 0 for ever
 */
record Told(
        String at,
        String type,
        String correlation,
        Map<String, String> properties,
        String text,
        boolean persistent,
        long life) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Told of(String at, Message message) throws JMSException {
        Map<String, String> properties = new TreeMap<>();
        for (Object name : Collections.list(message.getPropertyNames())) {
            properties.put((String) name, String.valueOf(message.getObjectProperty((String) name)));
        }
        long expires = message.getJMSExpiration();
        return new Told(
                at,
                message.getJMSType(),
                message.getJMSCorrelationID(),
                properties,
                text(message),
                message.getJMSDeliveryMode() == DeliveryMode.PERSISTENT,
                expires == 0 ? 0 : expires - message.getJMSTimestamp());
    }

    private static String text(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return text.getText() == null ? "" : text.getText();
        }
        return message instanceof BytesMessage bytes && bytes.getBodyLength() > 0
                ? new String(bytes.getBody(byte[].class), StandardCharsets.UTF_8)
                : "";
    }

    /** The body; missing where it is no JSON. */
    JsonNode body() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** A member as text; null where it isn't there. */
    String member(String name) {
        JsonNode value = body().path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    String task() {
        return member("TaskId");
    }

    String agent() {
        return member("AgentId");
    }

    String mrd() {
        return member("Mrd");
    }

    String state() {
        return member("State");
    }

    String reason() {
        return member("ReasonCode");
    }

    long version() {
        return body().path("Version").asLong(-1);
    }

    boolean is(String wanted) {
        return wanted.equals(type);
    }

    boolean is(String wanted, String state) {
        return is(wanted) && state.equals(state());
    }

    boolean refusedWith(ErrorCode code) {
        return is("Error") && code.name().equals(member("Code"));
    }

    /** A JSON object of these names and values, in turn. */
    static ObjectNode json(Object... members) {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < members.length; i += 2) {
            body.set((String) members[i], JSON.valueToTree(members[i + 1]));
        }
        return body;
    }
}

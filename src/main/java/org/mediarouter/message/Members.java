package org.mediarouter.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of a command's body, each read with its type. A member that is null counts as absent. One that is missing
 * ends the reading with {@link Fault}; one at fault is noted, and reading goes on: what is missing comes first in the order
 * of errors (protocol, section 5).
 */
final class Members {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,127}");
    private static final double YEAR = 366 * 24 * 3600.0;

    /** Stands for a value at fault until the reading is over. */
    private static final String AT_FAULT = "?";

    private final JsonNode body;
    private @Nullable Fault first;

    Members(ObjectNode body) {
        this.body = body;
    }

    /** Ends the reading of a malformed body; never leaves this package. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Fault(Refusal refusal) {
            super(refusal.message(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /** The command, unless a member is missing or at fault. */
    Command read(Commands.Reader reader) throws Fault {
        Command command = reader.read(this);
        if (first != null) {
            throw first;
        }
        return command;
    }

    String id(String name) throws Fault {
        return required(name, optionalId(name));
    }

    @Nullable
    String optionalId(String name) {
        JsonNode node = member(name);
        return node == null ? null : asId(name, node);
    }

    /** A list of ids; empty where the member is absent. An empty list is a fault: it would look like none. */
    List<String> ids(String name) {
        JsonNode node = member(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.isEmpty()) {
            invalid(name, "is not a list of at least one id");
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode element : node) {
            ids.add(asId(name, element));
        }
        return List.copyOf(ids);
    }

    String text(String name) throws Fault {
        return required(name, optionalText(name));
    }

    /** A string, or a number as it would be written; an empty one counts as absent. */
    @Nullable
    String optionalText(String name) {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        if (!isText(node)) {
            invalid(name, "is not a string");
            return AT_FAULT;
        }
        String text = node.asText();
        if (!Characters.storable(text)) {
            invalid(name, "holds half a character, or U+0000");
        }
        return text.isEmpty() ? null : text;
    }

    /** An integer within the bounds, both included. */
    @Nullable
    Integer optionalInteger(String name, int least, int most) {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            invalid(name, "is not an integer from " + least + " to " + most);
            return null;
        }
        return node.intValue();
    }

    /** A number of seconds, more than 0 and at most a year. */
    @Nullable
    Double optionalSeconds(String name) {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        if (!node.isNumber() || !(node.doubleValue() > 0) || node.doubleValue() > YEAR) {
            invalid(name, "is not a number of seconds, more than 0 and at most a year");
            return null;
        }
        return node.doubleValue();
    }

    boolean flag(String name) {
        JsonNode node = member(name);
        if (node == null) {
            return false;
        }
        if (!node.isBoolean()) {
            invalid(name, "is neither true nor false");
            return false;
        }
        return node.booleanValue();
    }

    /** An object of strings, numbers and booleans. */
    Map<String, Object> attributes(String name) {
        JsonNode node = member(name);
        if (node == null) {
            return Map.of();
        }
        if (!node.isObject()) {
            invalid(name, "is not an object");
            return Map.of();
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            attributes.put(entry.getKey(), attribute(name, entry.getKey(), entry.getValue()));
        }
        return Collections.unmodifiableMap(attributes);
    }

    Fault missing(String name) {
        return new Fault(Refusal.ofMember(ErrorCode.MISSING_MEMBER, name, "The member " + name + " is missing."));
    }

    /** Notes that a member is at fault; the first one is told. */
    void invalid(String name, String why) {
        if (first == null) {
            first = new Fault(Refusal.ofMember(ErrorCode.INVALID_MEMBER, name, "The member " + name + " " + why + "."));
        }
    }

    /** Whether a text may be an id: it becomes part of addresses and file names (protocol, section 1). */
    static boolean isId(String text) {
        return ID.matcher(text).matches() && !text.contains("..");
    }

    private String asId(String name, JsonNode node) {
        String text = isText(node) ? node.asText() : "";
        if (isId(text)) {
            return text;
        }
        invalid(
                name,
                "is not an id: 1 to 128 letters, digits and . _ @ -, beginning with a letter or digit, without ..");
        return AT_FAULT;
    }

    private Object attribute(String name, String key, JsonNode value) {
        if (!Characters.storable(key) || (value.isTextual() && !Characters.storable(value.textValue()))) {
            invalid(name, "holds half a character, or U+0000");
            return AT_FAULT;
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (isFinite(value)) {
            return value.doubleValue();
        }
        invalid(name, "has a value that is no string, number or boolean");
        return AT_FAULT;
    }

    private static boolean isText(JsonNode node) {
        return node.isTextual() || node.isIntegralNumber() || isFinite(node);
    }

    private static boolean isFinite(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.doubleValue());
    }

    private @Nullable JsonNode member(String name) {
        JsonNode node = body.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private String required(String name, @Nullable String value) throws Fault {
        if (value == null) {
            throw missing(name);
        }
        return value;
    }
}

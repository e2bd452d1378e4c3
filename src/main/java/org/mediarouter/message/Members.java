package org.mediarouter.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of a command's body, each read with its type. A member that is null counts as absent; one at fault ends
 * the reading with {@link Fault}.
 */
final class Members {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,127}");
    private static final double YEAR = 366 * 24 * 3600.0;

    private final JsonNode body;

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

    String id(String name) throws Fault {
        return required(name, optionalId(name));
    }

    @Nullable
    String optionalId(String name) throws Fault {
        JsonNode node = member(name);
        return node == null ? null : asId(name, node);
    }

    List<String> ids(String name) throws Fault {
        JsonNode node = member(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw invalid(name, "is not a list of ids");
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
    String optionalText(String name) throws Fault {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        if (!node.isTextual() && !node.isNumber()) {
            throw invalid(name, "is not a string");
        }
        String text = node.asText();
        return text.isEmpty() ? null : text;
    }

    /** An integer within the bounds, both included. */
    @Nullable
    Integer optionalInteger(String name, int least, int most) throws Fault {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            throw invalid(name, "is not an integer from " + least + " to " + most);
        }
        return node.intValue();
    }

    /** A number of seconds, more than 0 and at most a year. */
    @Nullable
    Double optionalSeconds(String name) throws Fault {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        if (!node.isNumber() || !(node.doubleValue() > 0) || node.doubleValue() > YEAR) {
            throw invalid(name, "is not a number of seconds, more than 0 and at most a year");
        }
        return node.doubleValue();
    }

    boolean flag(String name) throws Fault {
        JsonNode node = member(name);
        if (node == null) {
            return false;
        }
        if (!node.isBoolean()) {
            throw invalid(name, "is neither true nor false");
        }
        return node.booleanValue();
    }

    /** An object of strings, numbers and booleans. */
    Map<String, Object> attributes(String name) throws Fault {
        JsonNode node = member(name);
        if (node == null) {
            return Map.of();
        }
        if (!node.isObject()) {
            throw invalid(name, "is not an object");
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            attributes.put(entry.getKey(), attribute(name, entry.getKey(), entry.getValue()));
        }
        return attributes;
    }

    Fault missing(String name) {
        return new Fault(Refusal.ofMember(ErrorCode.MISSING_MEMBER, name, "The member " + name + " is missing."));
    }

    Fault invalid(String name, String why) {
        return new Fault(Refusal.ofMember(ErrorCode.INVALID_MEMBER, name, "The member " + name + " " + why + "."));
    }

    private static String asText(JsonNode node) {
        return node.isTextual() || node.isNumber() ? node.asText() : "";
    }

    private String asId(String name, JsonNode node) throws Fault {
        String text = asText(node);
        if (!isId(text)) {
            throw invalid(
                    name,
                    "is not an id: 1 to 128 letters, digits and . _ @ -, beginning with a letter or digit, without ..");
        }
        return text;
    }

    /** Whether a text may be an id: it becomes part of addresses and file names (protocol, section 1). */
    static boolean isId(String text) {
        return ID.matcher(text).matches() && !text.contains("..");
    }

    private Object attribute(String name, String key, JsonNode value) throws Fault {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            return value.doubleValue();
        }
        throw invalid(name, "has a value that is no string, number or boolean: " + key);
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

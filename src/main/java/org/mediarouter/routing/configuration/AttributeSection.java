package org.mediarouter.routing.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mediarouter.routing.model.Attribute;
import org.mediarouter.routing.model.AttributeType;

/** Reads {@code attributes}. */
final class AttributeSection {

    static final int LOWEST = 1;
    static final int HIGHEST = 10;

    /** CEL's reserved words and types, and what our expressions call by these names. */
    private static final Set<String> TAKEN = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while",
            "bool",
            "int",
            "uint",
            "double",
            "string",
            "bytes",
            "list",
            "map",
            "type",
            "dyn",
            "null_type",
            "optional_type",
            "google",
            "task",
            "step",
            "queue");

    private AttributeSection() {}

    static List<Attribute> read(List<Entry> entries) {
        List<Attribute> attributes = new ArrayList<>();
        for (Entry entry : entries) {
            if (!entry.usable()) {
                continue;
            }
            String name = entry.required("name");
            if (TAKEN.contains(name)) {
                entry.mistake("name", "'" + name + "' has a meaning of its own in expressions", "choose another name");
                continue;
            }
            AttributeType type = entry.choice("type", AttributeType.BOOLEAN);
            Object byDefault = type == AttributeType.BOOLEAN ? Boolean.FALSE : Integer.valueOf(LOWEST);
            if (entry.has("default") && fits(entry, "default", type)) {
                byDefault = value(entry.get("default"));
            }
            attributes.add(new Attribute(name, type, byDefault));
        }
        return attributes;
    }

    /** Whether a member has a value of this type; a note where it hasn't. */
    static boolean fits(Entry entry, String member, AttributeType type) {
        JsonNode value = entry.get(member);
        boolean fits = switch (type) {
            case BOOLEAN -> value.isBoolean();
            case PROFICIENCY -> value.isInt() && value.asInt() >= LOWEST && value.asInt() <= HIGHEST;
        };
        if (!fits) {
            entry.mistake(
                    member,
                    "'" + member + "' can't be " + value.asText(),
                    type == AttributeType.BOOLEAN ? "true or false" : "a whole number from 1 to 10");
        }
        return fits;
    }

    static Object value(JsonNode node) {
        return node.isBoolean() ? (Object) node.asBoolean() : (Object) node.asInt();
    }
}

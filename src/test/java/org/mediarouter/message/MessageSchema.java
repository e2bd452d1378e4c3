package org.mediarouter.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mediarouter.message.Codec.Decoded;
import org.mediarouter.message.Codec.Decoded.Malformed;

/** The JSON Schema of a message: names, types and what is required from the record, words from the catalogue. */
final class MessageSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ID = "^(?!.*\\.\\.)[A-Za-z0-9][A-Za-z0-9._@-]{0,127}$";
    private static final String TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$";
    private static final Set<String> FREE_TEXTS = Set.of(
            "Password",
            "Extension",
            "Destination",
            "State",
            "ReasonCode",
            "CustomerId",
            "RequestId",
            "Message",
            "JMSType",
            "Member");

    private final Catalogue.Entry entry;

    MessageSchema(Catalogue.Entry entry) {
        this.entry = entry;
    }

    ObjectNode write() {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", entry.jmsType() + " (" + (entry.command() ? "command" : "told") + ", " + row() + ")");
        schema.put("description", entry.text("description"));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        entry.members().forEach((name, component) -> properties.set(name, property(entry.name(), name, component)));
        ArrayNode required = schema.putArray("required");
        required().forEach(required::add);
        alternatives(schema, "oneOf", entry.words("exactlyOne"));
        alternatives(schema, "anyOf", entry.words("atLeastOne"));
        ArrayNode examples = schema.putArray("examples");
        entry.examples().forEach(examples::add);
        return schema;
    }

    /** What every one of these messages has; of a command, what the codec can't do without. */
    List<String> required() {
        if (!entry.command()) {
            return entry.members().entrySet().stream()
                    .filter(member -> !Catalogue.nullable(member.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
        ObjectNode full = entry.examples().get(0);
        return entry.members().keySet().stream()
                .filter(name -> !entry.words("exactlyOne").contains(name))
                .filter(name -> full.has(name) && missing(full.deepCopy().without(name)))
                .toList();
    }

    private boolean missing(JsonNode body) {
        Decoded decoded = Codec.command(entry.jmsType(), body.toString());
        return decoded instanceof Malformed malformed && malformed.refusal().code() == ErrorCode.MISSING_MEMBER;
    }

    private String row() {
        String row = entry.text("row");
        return Character.isDigit(row.charAt(0)) ? "row " + row : row;
    }

    private static void alternatives(ObjectNode schema, String keyword, List<String> names) {
        if (!names.isEmpty()) {
            ArrayNode branches = schema.putArray(keyword);
            names.forEach(name -> branches.addObject().putArray("required").add(name));
        }
    }

    private ObjectNode property(String path, String name, RecordComponent component) {
        ObjectNode property = JSON.objectNode();
        property.put("description", entry.describe(path.equals(entry.name()) ? name : path + "." + name));
        property.setAll(typed(name, component.getGenericType()));
        if (entry.command()) {
            restrict(property, name);
        }
        return property;
    }

    private ObjectNode typed(String name, Type type) {
        ObjectNode node = JSON.objectNode();
        if (type == Instant.class) {
            return node.put("type", "string").put("format", "date-time").put("pattern", TIME);
        }
        if (type == boolean.class) {
            return node.put("type", "boolean");
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            node.put("type", "integer")
                    .put("minimum", Set.of("Offer", "Position", "Priority").contains(name) ? 1 : 0);
            return name.equals("Priority") ? node.put("maximum", 10) : node;
        }
        if (type == double.class || type == Double.class) {
            node.put("type", "number");
            return name.equals("ExpiresIn")
                    ? node.put("exclusiveMinimum", 0).put("maximum", 366 * 24 * 3600)
                    : node.put("minimum", 0);
        }
        if (type instanceof Class<?> constants && constants.isEnum()) {
            ArrayNode names = node.put("type", "string").putArray("enum");
            Arrays.stream(constants.getEnumConstants()).forEach(constant -> names.add(constant.toString()));
            return node;
        }
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class ? attributes() : list(name, generic.getActualTypeArguments()[0]);
        }
        return text(name);
    }

    private ObjectNode text(String name) {
        ObjectNode node = JSON.objectNode();
        if (entry.command()) {
            node.putArray("type").add("string").add("integer");
        } else {
            node.put("type", "string");
        }
        return FREE_TEXTS.contains(name) ? node.put("type", "string") : node.put("pattern", ID);
    }

    private static ObjectNode attributes() {
        ObjectNode node = JSON.objectNode().put("type", "object");
        node.putObject("additionalProperties")
                .putArray("type")
                .add("string")
                .add("number")
                .add("boolean");
        return node;
    }

    private ObjectNode list(String name, Type element) {
        ObjectNode node = JSON.objectNode().put("type", "array");
        if (element == AgentState.class) {
            node.putObject("items").put("$ref", "AgentState.schema.json");
        } else if (element == String.class) {
            node.set("items", text(name));
        } else {
            ObjectNode items = node.putObject("items").put("type", "object");
            ObjectNode properties = items.putObject("properties");
            ArrayNode required = items.putArray("required");
            Catalogue.membersOf((Class<?>) element).forEach((inner, component) -> {
                properties.set(inner, property(name, inner, component));
                required.add(inner);
            });
        }
        return node;
    }

    private void restrict(ObjectNode property, String name) {
        if (name.equals("State")) {
            ArrayNode states = property.putArray("enum");
            entry.words("states").forEach(states::add);
        }
        switch (name) {
            case "Priority" -> property.put("default", 1);
            case "Force" -> property.put("default", false);
            case "AgentIds" -> property.put("minItems", 1);
            case "Password" -> property.put("minLength", 1).put("writeOnly", true);
            default -> {}
        }
    }
}

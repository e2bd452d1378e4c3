package org.mediarouter.routing.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mediarouter.routing.expression.Suggestion;

/** Holds a document against the published JSON Schema, and words what it finds for those who write the file. */
final class ShapeCheck {

    private static final JsonSchema SCHEMA = load();

    private ShapeCheck() {}

    private static JsonSchema load() {
        try (InputStream in = ShapeCheck.class.getResourceAsStream("/schema/routing.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("/schema/routing.schema.json is not on the class path");
            }
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(
                            in,
                            SchemaValidatorsConfig.builder()
                                    .pathType(PathType.JSON_POINTER)
                                    .locale(Locale.ENGLISH)
                                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(Document document, MistakeLog log) {
        for (ValidationMessage message : SCHEMA.validate(document.root())) {
            String pointer = message.getInstanceLocation().toString();
            switch (message.getType()) {
                case "additionalProperties" -> unknownMember(document, log, pointer, message);
                case "required" -> {
                    log.add(
                            document.place(pointer),
                            "'" + message.getProperty() + "' is missing",
                            "add '" + message.getProperty() + ": ...'");
                    log.spoil(pointer);
                }
                default -> {
                    log.add(document.place(pointer), problem(message), remedy(message));
                    log.spoil(pointer);
                }
            }
        }
    }

    private static void unknownMember(Document document, MistakeLog log, String pointer, ValidationMessage message) {
        String name = message.getProperty();
        List<String> known = new ArrayList<>();
        JsonNode parent = message.getSchemaLocation() == null ? null : parent(message);
        if (parent != null) {
            parent.path("properties").fieldNames().forEachRemaining(known::add);
        }
        // The object can still be used, but the file as a whole won't be: there is a mistake.
        log.add(
                document.key(Document.at(pointer, name)),
                "'" + name + "' is not known here",
                Suggestion.among(known, name));
    }

    private static JsonNode parent(ValidationMessage message) {
        return SCHEMA.getRefSchemaNode(
                message.getSchemaLocation().getFragment().getParent().toString());
    }

    private static String problem(ValidationMessage message) {
        JsonNode found = message.getInstanceNode();
        return switch (message.getType()) {
            case "enum" -> "'" + found.asText() + "' is not one of the possible values";
            case "pattern" -> "'" + found.asText() + "' does not have the right form";
            case "type" -> "of the wrong type: " + found.getNodeType().name().toLowerCase(Locale.ROOT);
            case "minimum", "maximum" -> found.asText() + " is out of range";
            default -> message.getMessage().replaceFirst("^\\S*: ", "");
        };
    }

    private static String remedy(ValidationMessage message) {
        JsonNode schema = message.getSchemaNode();
        return switch (message.getType()) {
            case "enum" ->
                Suggestion.among(texts(schema), message.getInstanceNode().asText());
            case "pattern" -> form(message);
            case "type" -> "right: " + String.join(" or ", texts(schema)) + hint(message);
            case "minimum" -> "at least " + schema.asText();
            case "maximum" -> "at most " + schema.asText();
            default -> "";
        };
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> texts.add(element.asText()));
        } else {
            texts.add(node.asText());
        }
        return texts;
    }

    private static String hint(ValidationMessage message) {
        return message.getSchemaLocation().toString().contains("duration") ? ", such as 30s or 5m" : "";
    }

    private static String form(ValidationMessage message) {
        String pattern = message.getSchemaNode().asText();
        if (pattern.contains("ms|s|m|h")) {
            return "write 250ms, 30s, 5m or 1h";
        }
        return pattern.contains("@")
                ? "letters, digits and . _ @ -, beginning with a letter or digit, without '..', at most 128"
                : "letters, digits and _, not beginning with a digit, at most 64";
    }
}

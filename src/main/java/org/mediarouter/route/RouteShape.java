package org.mediarouter.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.mediarouter.routing.expression.Suggestion;

/** Whether a file has the shape of Camel's YAML DSL, by the schema that comes with Camel. */
final class RouteShape {
    private final JsonNode document;
    private final JsonSchema schema;

    RouteShape() {
        try (InputStream in = YamlRoutesBuilderLoader.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            document = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Camel's schema of routes can't be read", e);
        }
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(
                        document,
                        SchemaValidatorsConfig.builder()
                                // Of its 2 MB the few parts that our files use.
                                .preloadJsonSchema(false)
                                .pathType(PathType.JSON_POINTER)
                                .build());
    }

    List<RouteMistake> mistakes(RouteFile file) {
        if (!file.root().isArray()) {
            return file.mistakes().isEmpty()
                    ? List.of(file.mistakeAt("", "is no list of routes", "each begins with \"- route:\" or the like"))
                    : List.of();
        }
        // Where several shapes would do, the schema complains of each: the complaint that goes deepest is told.
        Map<Integer, ValidationMessage> byLine = new TreeMap<>();
        for (ValidationMessage message : schema.validate(file.root())) {
            byLine.merge(file.line(pointer(message)), message, RouteShape::telling);
        }
        List<RouteMistake> mistakes = new ArrayList<>();
        byLine.forEach(
                (line, message) -> mistakes.add(new RouteMistake(file.path(), line, text(message), remedy(message))));
        return mistakes;
    }

    private static String pointer(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        return message.getProperty() != null && message.getType().equals("additionalProperties")
                ? pointer + "/" + message.getProperty()
                : pointer;
    }

    private static ValidationMessage telling(ValidationMessage one, ValidationMessage other) {
        int difference = weight(other) - weight(one);
        return difference > 0 ? other : one;
    }

    private static int weight(ValidationMessage message) {
        int depth = message.getInstanceLocation().getNameCount();
        return 2 * depth + (message.getType().equals("additionalProperties") ? 1 : 0);
    }

    private static String text(ValidationMessage message) {
        return switch (message.getType()) {
            case "additionalProperties" -> "there is no \"" + message.getProperty() + "\" here";
            case "required" -> "\"" + message.getProperty() + "\" is missing";
            default -> {
                String text = message.getMessage();
                yield text.substring(text.indexOf(": ") + 1).strip();
            }
        };
    }

    private String remedy(ValidationMessage message) {
        if (!message.getType().equals("additionalProperties")) {
            return "see the Camel YAML DSL's description of this element";
        }
        String location = message.getSchemaLocation().getFragment().toString();
        JsonNode here = document.at(location.substring(0, Math.max(0, location.lastIndexOf('/'))));
        Collection<String> names = new ArrayList<>();
        here.path("properties").fieldNames().forEachRemaining(names::add);
        return Suggestion.among(names, String.valueOf(message.getProperty()));
    }
}

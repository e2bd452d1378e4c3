package org.mediarouter.message;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts and examples of catalogue.yaml, each message with the record that it is. */
final class Catalogue {
    private static final JsonNode TEXTS = read();

    private Catalogue() {}

    /** One message of the protocol. */
    record Entry(String name, Class<? extends Message> type, ObjectNode texts) {
        /** A message that the first, fullest example makes. */
        Message sample() {
            return Codec.decode(type, examples().get(0).toString());
        }

        String jmsType() {
            return sample().type();
        }

        boolean command() {
            return Command.class.isAssignableFrom(type);
        }

        String text(String member) {
            return texts.path(member).asText();
        }

        /** The words of a member, for example the queues of {@code queue: agent ChatServer}. */
        List<String> words(String member) {
            String text = text(member);
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }

        List<ObjectNode> examples() {
            List<ObjectNode> examples = new ArrayList<>();
            texts.path("examples").forEach(example -> examples.add((ObjectNode) example));
            return examples;
        }

        /** The record's components by the name that they have on the wire. */
        Map<String, RecordComponent> members() {
            return membersOf(type);
        }

        String describe(String member) {
            JsonNode own = texts.path("properties").path(member);
            return own.isMissingNode() ? TEXTS.path("words").path(member).asText() : own.asText();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Entry> entries() {
        return TEXTS.path("messages").properties().stream()
                .map(entry -> new Entry(entry.getKey(), type(entry.getKey()), (ObjectNode) entry.getValue()))
                .toList();
    }

    static Stream<Entry> commands() {
        return entries().stream().filter(Entry::command);
    }

    static Map<String, RecordComponent> membersOf(Class<?> type) {
        Map<String, RecordComponent> members = new LinkedHashMap<>();
        Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getName().equals("category"))
                .forEach(component -> members.put(wireName(component), component));
        return members;
    }

    static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String wireName(RecordComponent component) {
        JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
        String name = component.getName();
        return given == null ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : given.value();
    }

    private static Class<? extends Message> type(String name) {
        try {
            return Class.forName("org.mediarouter.message." + name).asSubclass(Message.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The catalogue has a message that is no record: " + name, e);
        }
    }

    private static JsonNode read() {
        try (InputStream in = requireNonNull(Catalogue.class.getResourceAsStream("catalogue.yaml"))) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

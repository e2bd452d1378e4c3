package org.mediarouter.fakeumm;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whom the fake UMM knows. */
public final class People {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final String SHAPE = "this is no list of people with id, password, name, team, roles, attributes";

    private People() {}

    /** Alice, Bob and Carol, whose password is {@code secret}. */
    public static List<Person> few() {
        return List.of(
                person("alice", "Alice", "north", Map.of("English", true, "Billing", 7)),
                person("bob", "Bob", "north", Map.of("English", true, "Broadband", 5)),
                person("carol", "Carol", "south", Map.of("German", true, "Writing", 9)));
    }

    private static Person person(String id, String name, String team, Map<String, Object> attributes) {
        return new Person(id, "secret", name, team, List.of("agent"), attributes);
    }

    /**
     * Reads a list of people, as {@code [{id: alice, password: secret, name: Alice, team: north}]}.
     *
     * @param file YAML, and thus JSON too
     * @throws IOException where it can't be read or is no such list; the message says where, and repeats no value
     */
    public static List<Person> read(Path file) throws IOException {
        List<Person> people;
        try {
            people = YAML.readValue(Files.readString(file), new TypeReference<List<Person>>() {});
        } catch (ValueInstantiationException e) {
            throw mistake(
                    file,
                    e,
                    String.valueOf(e.getCause() == null ? "" : e.getCause().getMessage()));
        } catch (JsonProcessingException e) {
            throw mistake(file, e, SHAPE);
        }
        if (people == null || people.stream().anyMatch(Objects::isNull)) {
            throw new IOException(file + ": " + SHAPE);
        }
        Set<String> ids = new HashSet<>();
        for (Person person : people) {
            if (!ids.add(person.id())) {
                throw new IOException(file + ": \"" + person.id() + "\" is there twice");
            }
        }
        return people;
    }

    private static IOException mistake(Path file, JsonProcessingException e, String what) {
        JsonLocation at = e.getLocation();
        return new IOException(file + (at == null ? "" : ":" + at.getLineNr()) + ": " + what);
    }
}

package org.mediarouter.fakeumm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the fake UMM knows.
 *
 * @param name the id where none is given
 * @param attributes what he can, by name: numbers, texts, true or false
 */
public record Person(
        String id,
        String password,
        String name,
        @Nullable String team,
        List<String> roles,
        Map<String, Object> attributes) {

    /** @throws IllegalArgumentException where id or password is missing */
    public Person(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("password") @Nullable String password,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("team") @Nullable String team,
            @JsonProperty("roles") @Nullable List<String> roles,
            @JsonProperty("attributes") @Nullable Map<String, Object> attributes) {
        if (id == null || id.isBlank() || password == null || password.isEmpty()) {
            throw new IllegalArgumentException(
                    "person \"" + (id == null ? "" : id) + "\": each needs an id and a password");
        }
        this.id = id;
        this.password = password;
        this.name = Objects.requireNonNullElse(name, id);
        this.team = team;
        this.roles = roles == null ? List.of() : List.copyOf(roles);
        this.attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** Without a team, roles and attributes. */
    public static Person of(String id, String password) {
        return new Person(id, password, null, null, null, null);
    }

    /** What UMM tells of him: never the password. */
    Map<String, Object> told() {
        return Map.of(
                "id", id, "name", name, "team", team == null ? "" : team, "roles", roles, "attributes", attributes);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}

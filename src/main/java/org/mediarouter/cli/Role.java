package org.mediarouter.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which parts of the program a node runs ({@code mediarouter.roles}). */
enum Role {
    BROKER,
    COMMUNICATION_SERVER,
    ROUTING_ENGINE,
    CONSOLE;

    /** As it is written in the setting. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}

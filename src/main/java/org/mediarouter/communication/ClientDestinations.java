package org.mediarouter.communication;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mediarouter.message.Destination;

/**
 * Which destinations a client may name (protocol, section 2): so nobody can make us send into our own queues. The patterns
 * are those of the setting {@code mediarouter.destinations}: words between dots, {@code #} any number of words at the end,
 * {@code *} one word.
 */
public final class ClientDestinations {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,200}");

    private final List<Pattern> allowed;

    /** For example {@code List.of("Agent.#", "ChatServer")}. */
    public ClientDestinations(List<String> patterns) {
        allowed = patterns.stream().map(ClientDestinations::compiled).toList();
    }

    private static Pattern compiled(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (String word : pattern.strip().split("\\.")) {
            String separator = regex.length() == 0 ? "" : "\\.";
            regex.append(
                    switch (word) {
                        case "#" -> "(" + separator + ".+)?";
                        case "*" -> separator + "[^.]+";
                        default -> separator + Pattern.quote(word);
                    });
        }
        return Pattern.compile(regex.toString());
    }

    /** Whether a client may hear there: a temporary queue always. */
    public boolean allows(Destination destination) {
        return destination.kind() == Destination.Kind.TEMPORARY || allowsName(destination.name());
    }

    /** The {@code Destination} that a client wrote; empty where he may not name it. */
    public Optional<Destination> named(String text) {
        Destination destination = Destination.parse(text);
        return destination.kind() != Destination.Kind.TEMPORARY && allowsName(destination.name())
                ? Optional.of(destination)
                : Optional.empty();
    }

    private boolean allowsName(String name) {
        return NAME.matcher(name).matches()
                && !name.contains("..")
                && allowed.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}

package org.mediarouter.routing.model;

import static java.util.Objects.requireNonNull;

/**
 * Something an agent has or knows, which steps may ask for.
 *
 * @param name a CEL identifier: step expressions name it
 * @param byDefault for agents that don't say: a {@link Boolean}, or an {@link Integer} from 1 to 10
 */
public record Attribute(String name, AttributeType type, Object byDefault) {
    public Attribute {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(byDefault, "byDefault is null");
    }
}

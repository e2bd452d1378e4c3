package org.mediarouter.chaos.site;

import org.jspecify.annotations.Nullable;

/**
 * A node that routes.
 *
 * @param wire to the broker; null where the broker is in the node itself
 */
public record Member(NodeProcess process, @Nullable Wire wire) {
    public String name() {
        return process.name();
    }

    @Override
    public String toString() {
        return name();
    }
}

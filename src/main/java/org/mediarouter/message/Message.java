package org.mediarouter.message;

import org.jspecify.annotations.Nullable;

/**
 * The body of a message. Its members on the wire are its components' names in PascalCase; a component that is null is
 * left out.
 *
 * <p>The {@code about...} methods say whom it concerns; they become the properties {@code AgentId}, {@code TaskId} and
 * {@code Mrd} that clients select by (protocol, section 1).
 */
public interface Message {
    /** The {@code JMSType} it travels under. */
    default String type() {
        return getClass().getSimpleName();
    }

    Category category();

    default @Nullable String aboutAgent() {
        return null;
    }

    default @Nullable String aboutTask() {
        return null;
    }

    default @Nullable String aboutMrd() {
        return null;
    }
}

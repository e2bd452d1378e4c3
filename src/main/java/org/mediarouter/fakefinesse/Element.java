package org.mediarouter.fakefinesse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of XML as it was read.
 *
 * @param name local name
 * @param namespace empty where it has none
 * @param text its own text, without that of its children
 */
record Element(String name, String namespace, Map<String, String> attributes, List<Element> children, String text) {
    @Nullable
    Element child(String wanted) {
        return children.stream()
                .filter(child -> child.name.equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The trimmed text of a child, or null. */
    @Nullable
    String textOf(String wanted) {
        Element child = child(wanted);
        return child == null ? null : child.text.trim();
    }

    /** An attribute, or the empty string. */
    String attribute(String wanted) {
        return Objects.requireNonNullElse(attributes.get(wanted), "");
    }
}

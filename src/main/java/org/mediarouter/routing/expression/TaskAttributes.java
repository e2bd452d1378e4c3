package org.mediarouter.routing.expression;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A task's attributes as expressions see them. */
public final class TaskAttributes {

    private TaskAttributes() {}

    /** Whole numbers become {@link Long}, others {@link Double}; what is neither text, number nor boolean is left out. */
    public static Map<String, Object> normal(Map<String, ?> attributes) {
        if (attributes.isEmpty()) {
            return Map.of();
        }
        if (attributes.size() == 1) {
            Map.Entry<String, ?> only = attributes.entrySet().iterator().next();
            Object value = normal(only.getValue());
            return value == null ? Map.of() : Map.of(only.getKey(), value);
        }
        Map<String, Object> normal = new TreeMap<>();
        attributes.forEach((name, given) -> {
            Object value = normal(given);
            if (value != null) {
                normal.put(name, value);
            }
        });
        return Collections.unmodifiableMap(normal);
    }

    private static @Nullable Object normal(@Nullable Object value) {
        if (value instanceof Number number) {
            return number(number);
        }
        return value instanceof String || value instanceof Boolean ? value : null;
    }

    private static Number number(Number value) {
        boolean whole = value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || (value instanceof BigInteger big && big.bitLength() < Long.SIZE);
        if (whole) {
            return value.longValue();
        }
        return value.doubleValue();
    }
}

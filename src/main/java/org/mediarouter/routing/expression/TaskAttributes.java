package org.mediarouter.routing.expression;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A task's attributes as expressions see them. */
public final class TaskAttributes {

    private TaskAttributes() {}

    /** Whole numbers become {@link Long}, others {@link Double}; what is neither text, number nor boolean is left out. */
    public static Map<String, Object> normal(Map<String, ?> attributes) {
        if (attributes.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> normal = new TreeMap<>();
        attributes.forEach((name, value) -> {
            if (value instanceof Number number) {
                normal.put(name, number(number));
            } else if (value instanceof String || value instanceof Boolean) {
                normal.put(name, value);
            }
        });
        return Collections.unmodifiableMap(normal);
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

package org.mediarouter.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of what has many parts of one type; all keep their order. */
final class CollectionShape {
    private CollectionShape() {}

    static Shape list(Shape element) {
        return new Elements(element, false).orNull();
    }

    static Shape set(Shape element) {
        return new Elements(element, true).orNull();
    }

    static Shape map(Shape key, Shape value) {
        return new Entries(key, value).orNull();
    }

    private record Elements(Shape element, boolean distinct) implements Shape {
        @Override
        public void write(@Nullable Object value, ByteWriter out) {
            Collection<?> elements = value instanceof Collection<?> given ? given : new ArrayList<>();
            out.number(elements.size());
            for (Object each : elements) {
                element.write(each, out);
            }
        }

        @Override
        public Object read(ByteReader in) {
            int size = (int) in.number();
            Collection<@Nullable Object> elements = distinct ? new LinkedHashSet<>() : new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                elements.add(element.read(in));
            }
            return elements;
        }
    }

    private record Entries(Shape key, Shape element) implements Shape {
        @Override
        public void write(@Nullable Object value, ByteWriter out) {
            Map<?, ?> entries = value instanceof Map<?, ?> given ? given : Map.of();
            out.number(entries.size());
            for (Map.Entry<?, ?> each : entries.entrySet()) {
                key.write(each.getKey(), out);
                element.write(each.getValue(), out);
            }
        }

        @Override
        public Object read(ByteReader in) {
            int size = (int) in.number();
            Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                Object name = key.read(in);
                entries.put(name, element.read(in));
            }
            return entries;
        }
    }
}

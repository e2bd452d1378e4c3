package org.mediarouter.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape of an enum, or of a sealed interface of records: which one, then its parts. */
final class ChoiceShape implements Shape {
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final Object[] constants;
    private final Shape[] shapes;

    ChoiceShape(Class<?> type) {
        Class<?>[] records = type.isEnum() ? new Class<?>[0] : type.getPermittedSubclasses();
        constants = type.isEnum() ? type.getEnumConstants() : new Object[0];
        shapes = Arrays.stream(records).map(RecordShape::present).toArray(Shape[]::new);
        for (Object each : type.isEnum() ? constants : records) {
            numbers.put(each, numbers.size());
        }
    }

    @Override
    public void write(@Nullable Object value, ByteWriter out) {
        Integer number = value == null ? null : numbers.get(value instanceof Enum<?> ? value : value.getClass());
        if (number == null) {
            throw new IllegalArgumentException("Not among the choices: " + value);
        }
        out.number(number);
        if (shapes.length > 0) {
            shapes[number].write(value, out);
        }
    }

    @Override
    public @Nullable Object read(ByteReader in) {
        int number = (int) in.number();
        return shapes.length > 0 ? shapes[number].read(in) : constants[number];
    }
}

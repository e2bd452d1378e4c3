package org.mediarouter.cluster;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random values of any record, with nulls where the record says that null may be. */
final class RandomValues {
    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        if (plain.isSealed()) {
            Class<?>[] kinds = plain.getPermittedSubclasses();
            return record(kinds[random.nextInt(kinds.length)]);
        }
        return scalar(plain);
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return text();
        }
        if (type == int.class || type == Integer.class) {
            return random.nextBoolean() ? random.nextInt() : random.nextInt(200);
        }
        if (type == long.class || type == Long.class) {
            return random.nextBoolean() ? random.nextLong() : random.nextInt(200);
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == double.class || type == Double.class) {
            return random.nextGaussian();
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
        }
        if (type == Object.class) {
            List<Class<?>> kinds = List.of(String.class, Long.class, Double.class, Boolean.class);
            return scalar(kinds.get(random.nextInt(kinds.size())));
        }
        throw new IllegalArgumentException("No random value of " + type);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            text.appendCodePoint(random.nextInt(10) == 0 ? 0x1F600 + random.nextInt(50) : 32 + random.nextInt(300));
        }
        return text.toString();
    }

    private Object collection(ParameterizedType type) {
        Type[] parts = type.getActualTypeArguments();
        int size = random.nextInt(5);
        if (type.getRawType() == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(value(parts[0]), value(parts[1]));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(parts[0]));
        }
        return type.getRawType() == Set.class ? new LinkedHashSet<>(list) : list;
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] parts = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = components[i].getType();
            boolean mayBeNull = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            parts[i] = mayBeNull && random.nextInt(3) == 0 ? null : value(components[i].getGenericType());
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No random " + type, e);
        }
    }
}

package org.mediarouter.cluster;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a record: its components in their order. The code that takes a record apart and puts it together is found
 * by reflection once, so that no record is forgotten when it gets a component more.
 */
final class RecordShape implements Shape {
    private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

    private final MethodHandle constructor;
    private final MethodHandle[] accessors;
    private final Shape[] shapes;

    private RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asType(MethodType.genericMethodType(types.length))
                    .asSpreader(Object[].class, types.length);
            accessors = new MethodHandle[components.length];
            shapes = new Shape[components.length];
            for (int i = 0; i < components.length; i++) {
                accessors[i] = lookup.unreflect(components[i].getAccessor()).asType(MethodType.genericMethodType(1));
                shapes[i] = of(components[i].getGenericType());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " can't be taken apart", e);
        }
    }

    /** The shape of a type, null included except for primitives. */
    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            List<Shape> parts = Arrays.stream(generic.getActualTypeArguments())
                    .map(RecordShape::of)
                    .toList();
            if (generic.getRawType() == List.class) {
                return CollectionShape.list(parts.get(0));
            }
            if (generic.getRawType() == Set.class) {
                return CollectionShape.set(parts.get(0));
            }
            if (generic.getRawType() == Map.class) {
                return CollectionShape.map(parts.get(0), parts.get(1));
            }
        }
        if (type instanceof Class<?> plain) {
            Shape scalar = ScalarShape.BY_TYPE.get(plain);
            return scalar == null ? new Later(plain).orNull() : scalar;
        }
        throw new IllegalArgumentException("No shape for " + type);
    }

    /** The shape of a type's values, never null. */
    static Shape present(Class<?> type) {
        Shape known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        if (!type.isRecord() && !type.isEnum() && !type.isSealed()) {
            throw new IllegalArgumentException("No shape for " + type);
        }
        Shape made = type.isRecord() ? new RecordShape(type) : new ChoiceShape(type);
        KNOWN.put(type, made);
        return made;
    }

    /** Found when it is first needed: a type may contain itself. */
    private static final class Later implements Shape {
        private final Class<?> type;
        private @Nullable Shape found;

        Later(Class<?> type) {
            this.type = type;
        }

        private Shape found() {
            Shape shape = found;
            if (shape == null) {
                shape = present(type);
                found = shape;
            }
            return shape;
        }

        @Override
        public void write(@Nullable Object value, ByteWriter out) {
            found().write(value, out);
        }

        @Override
        public @Nullable Object read(ByteReader in) {
            return found().read(in);
        }
    }

    @Override
    public void write(@Nullable Object value, ByteWriter out) {
        try {
            for (int i = 0; i < shapes.length; i++) {
                shapes[i].write((Object) accessors[i].invokeExact((Object) value), out);
            }
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    @Override
    public Object read(ByteReader in) {
        @Nullable Object[] parts = new Object[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            parts[i] = shapes[i].read(in);
        }
        try {
            return (Object) constructor.invokeExact(parts);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(Throwable e) {
        if (e instanceof RuntimeException fault) {
            return fault;
        }
        if (e instanceof java.lang.Error fatal) {
            throw fatal;
        }
        return new IllegalStateException(e);
    }
}

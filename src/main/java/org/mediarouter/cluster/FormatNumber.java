package org.mediarouter.cluster;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/** Tells one {@link RecordFormat} from another: it changes when a component of a record in it does. */
final class FormatNumber {
    private final StringBuilder description = new StringBuilder();
    private final Set<Class<?>> described = new HashSet<>();

    private FormatNumber() {}

    static int of(Class<? extends Record> type) {
        FormatNumber number = new FormatNumber();
        number.describe(type);
        CRC32 sum = new CRC32();
        sum.update(number.description.toString().getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    private void describe(Type type) {
        description.append(type.getTypeName()).append(';');
        if (type instanceof ParameterizedType generic) {
            for (Type part : generic.getActualTypeArguments()) {
                describe(part);
            }
        } else if (type instanceof Class<?> plain && described.add(plain)) {
            describe(plain);
        }
    }

    private void describe(Class<?> type) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                description.append(component.getName()).append(':');
                describe(component.getGenericType());
            }
        } else if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                description.append(constant).append(',');
            }
        } else if (type.isSealed()) {
            for (Class<?> kind : type.getPermittedSubclasses()) {
                describe((Type) kind);
            }
        }
    }
}

package org.mediarouter.routing.configuration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Configuration;

/**
 * What is different between two configurations, in the words of the file; order, comments and defaults written out make no
 * difference.
 *
 * <pre>{@code
 * Difference.between(inForce, next)   // "queue broadband: priority 1 -> 5", "agent 1001 removed"
 * }</pre>
 */
public final class Difference {
    private final List<String> lines = new ArrayList<>();

    private Difference() {}

    /** A line each, grouped as the file is; empty where there is none. */
    public static List<String> between(Configuration former, Configuration next) {
        Difference difference = new Difference();
        difference.member("", "seed", former.seed(), next.seed());
        difference.objects("attribute", former.attributes(), next.attributes());
        difference.objects("MRD", former.mrds(), next.mrds());
        difference.objects("queue", former.queues(), next.queues());
        difference.objects("agent", former.agents(), next.agents());
        return List.copyOf(difference.lines);
    }

    private void objects(String kind, Map<String, ? extends Record> former, Map<String, ? extends Record> next) {
        for (String id : both(former.keySet(), next.keySet())) {
            Record before = former.get(id);
            Record after = next.get(id);
            if (before == null) {
                lines.add(kind + " " + id + " added");
            } else if (after == null) {
                lines.add(kind + " " + id + " removed");
            } else {
                record(kind + " " + id + ": ", "", before, after);
            }
        }
    }

    private void record(String subject, String prefix, Record before, Record after) {
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            member(subject, prefix + name(component.getName()), value(component, before), value(component, after));
        }
    }

    private void member(String subject, String name, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (name.equals("password")) {
            lines.add(subject + "password changed");
        } else if (before instanceof Record one && after instanceof Record other) {
            // In the file these members stand in the MRD itself.
            record(subject, name.equals("outside") ? "" : name + ".", one, other);
        } else if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            for (Object key : both(one.keySet(), other.keySet())) {
                member(subject, name + "." + key, one.get(key), other.get(key));
            }
        } else if (before instanceof List<?> one && after instanceof List<?> other && ofRecords(one, other)) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                member(subject, name + "[" + (i + 1) + "]", at(one, i), at(other, i));
            }
        } else {
            lines.add(subject + name + " " + text(before) + " -> " + text(after));
        }
    }

    private static boolean ofRecords(List<?> one, List<?> other) {
        return one.stream().allMatch(Record.class::isInstance) && other.stream().allMatch(Record.class::isInstance);
    }

    private static @Nullable Object at(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static <T> Set<T> both(Collection<? extends T> one, Collection<? extends T> other) {
        Set<T> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " can't be read", e);
        }
    }

    private static String name(String component) {
        return switch (component) {
            case "byDefault" -> "default";
            case "passwordHash" -> "password";
            default -> component;
        };
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "(none)";
        }
        if (value instanceof Duration span) {
            return Spans.text(span);
        }
        if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof String text) {
            return "'" + text + "'";
        }
        if (value instanceof Record record) {
            List<String> members = new ArrayList<>();
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Object member = value(component, record);
                if (member != null) {
                    members.add(name(component.getName()) + ": " + text(member));
                }
            }
            return "{" + String.join(", ", members) + "}";
        }
        return value.toString();
    }
}

package org.mediarouter.routing.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object of the document: its members with their defaults, and where mistakes in it are noted. */
record Entry(Document document, MistakeLog log, String pointer, JsonNode node) {

    /** The elements of a list, those of the wrong shape too. */
    static List<Entry> all(Document document, MistakeLog log, String pointer) {
        List<Entry> entries = new ArrayList<>();
        JsonNode list = document.root().at(pointer);
        for (int i = 0; i < list.size(); i++) {
            entries.add(new Entry(document, log, Document.at(pointer, i), list.get(i)));
        }
        return entries;
    }

    /** By id, with a note of each id that is there twice. */
    static Map<String, Entry> byName(List<Entry> entries, String member, String kind) {
        Map<String, Entry> named = new HashMap<>();
        for (Entry entry : entries) {
            String name = entry.text(member);
            if (name == null) {
                continue;
            }
            Entry first = named.putIfAbsent(name, entry);
            if (first != null) {
                entry.mistake(
                        member,
                        kind + " '" + name + "' is defined twice",
                        "first on line " + first.place(member).line());
            }
        }
        return named;
    }

    boolean usable() {
        return !log.spoilt(pointer);
    }

    Entry in(String member) {
        return new Entry(document, log, Document.at(pointer, member), get(member));
    }

    List<Entry> list(String member) {
        return all(document, log, Document.at(pointer, member));
    }

    JsonNode get(String member) {
        JsonNode value = node.get(member);
        return value == null ? MissingNode.getInstance() : value;
    }

    boolean has(String member) {
        return node.hasNonNull(member);
    }

    @Nullable
    String text(String member) {
        JsonNode value = get(member);
        return value.isTextual() || value.isIntegralNumber() ? value.asText() : null;
    }

    String required(String member) {
        return get(member).asText();
    }

    int whole(String member, int byDefault) {
        return get(member).asInt(byDefault);
    }

    boolean flag(String member, boolean byDefault) {
        return get(member).asBoolean(byDefault);
    }

    @Nullable
    Duration duration(String member) {
        return has(member) ? Durations.parse(required(member)) : null;
    }

    Duration duration(String member, Duration byDefault) {
        Duration duration = duration(member);
        return duration == null ? byDefault : duration;
    }

    /** A duration that can't be zero. */
    Duration positive(String member, Duration byDefault) {
        Duration duration = duration(member, byDefault);
        if (duration.isZero()) {
            mistake(member, "'" + member + "' can't be zero", "default: " + Durations.text(byDefault));
        }
        return duration;
    }

    <E extends Enum<E>> E choice(String member, E byDefault) {
        return has(member)
                ? Enum.valueOf(
                        byDefault.getDeclaringClass(),
                        required(member).replace('-', '_').toUpperCase(Locale.ROOT))
                : byDefault;
    }

    Place place(String member) {
        return document.place(Document.at(pointer, member));
    }

    void mistake(String member, String message, String remedy) {
        log.add(place(member), message, remedy);
    }
}

package org.mediarouter.routing.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the mistakes of one file. */
final class MistakeLog {

    private final String file;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> wrong = new HashSet<>();

    MistakeLog(String file) {
        this.file = file;
    }

    void add(Place place, String message, String remedy) {
        mistakes.add(new Mistake(file, place.line(), place.column(), message, remedy));
    }

    /** Notes that the value at this pointer can't be used, and so none that holds it. */
    void spoil(String pointer) {
        String path = pointer;
        while (wrong.add(path) && !path.isEmpty()) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
    }

    /** Whether the value at this pointer, or one within it, has the wrong shape. */
    boolean spoilt(String pointer) {
        return wrong.contains(pointer);
    }

    boolean isEmpty() {
        return mistakes.isEmpty();
    }

    List<Mistake> inOrder() {
        return mistakes.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column))
                .toList();
    }
}

package org.mediarouter.routing.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody meant who wrote a name that doesn't exist. */
public final class Suggestion {

    private static final int FARTHEST = 3;
    private static final int LISTED = 12;

    private Suggestion() {}

    /** "did you mean Broadband?", else what there is. */
    public static String among(Collection<String> known, String written) {
        return nearest(known, written)
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> known.isEmpty() ? "none is defined" : "known: " + list(known));
    }

    private static String list(Collection<String> known) {
        String listed = known.stream().sorted().limit(LISTED).collect(Collectors.joining(", "));
        return known.size() > LISTED ? listed + " and " + (known.size() - LISTED) + " more" : listed;
    }

    private static Optional<String> nearest(Collection<String> known, String written) {
        String low = written.toLowerCase(Locale.ROOT);
        int limit = written.length() < 4 ? 1 : Math.min(FARTHEST, Math.max(2, written.length() / 3));
        return known.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= limit)
                .filter(name -> distance(name.toLowerCase(Locale.ROOT), low) <= limit)
                .min(Comparator.<String>comparingInt(name -> distance(name.toLowerCase(Locale.ROOT), low))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters must be put in, taken out or replaced (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

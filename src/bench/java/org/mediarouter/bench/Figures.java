package org.mediarouter.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a run: medians over its rounds, as a table and as JSON. */
public final class Figures {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    public void add(String name, double value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        System.out.printf(Locale.ROOT, "  %-58s %12.2f%n", name, value);
    }

    public double median(String name) {
        List<Double> sorted =
                values.getOrDefault(name, List.of()).stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    /** In how many rounds it was measured. */
    public int rounds(String name) {
        return values.getOrDefault(name, List.of()).size();
    }

    public void print() {
        System.out.printf("%n%-60s %12s %12s %12s%n", "median of the rounds", "min", "median", "max");
        values.forEach((name, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%-60s %12.2f %12.2f %12.2f%n",
                    name,
                    sorted.get(0),
                    median(name),
                    sorted.get(sorted.size() - 1));
        });
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), values);
        System.out.println("\nwritten to " + file);
    }
}

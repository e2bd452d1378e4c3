package org.mediarouter.blackbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Figures that a test has measured, for those who want to compare: {@code target/blackbox/NAME.json}. */
final class Report {
    private Report() {}

    static void write(String name, Map<String, ?> figures) throws IOException {
        Path file = Files.createDirectories(Path.of("target/blackbox")).resolve(name + ".json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), new TreeMap<>(figures));
        System.out.println(name + ": " + new TreeMap<>(figures));
    }
}

package org.mediarouter.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A properties file with the line of each property: Java's own reader forgets it. */
final class PropertyLines {
    /** A property's value and where it stands. */
    record Line(String value, String place) {}

    private PropertyLines() {}

    /** Those of the file, in its order; what is wrong with it is added to the mistakes. */
    static Map<String, Line> read(Path file, List<Mistake> mistakes) {
        Map<String, Line> properties = new LinkedHashMap<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            mistakes.add(
                    new Mistake(file.toString(), "the settings can't be read", "is the file there, and in UTF-8?"));
            return properties;
        }
        for (int i = 0; i < lines.size(); i++) {
            int first = i;
            StringBuilder logical = new StringBuilder(lines.get(i));
            while (continues(logical) && i + 1 < lines.size()) {
                logical.append('\n').append(lines.get(++i));
            }
            String place = file + ":" + (first + 1);
            parsed(logical.toString(), place, mistakes).forEach((name, value) -> {
                Line earlier = properties.put(String.valueOf(name), new Line(String.valueOf(value), place));
                if (earlier != null) {
                    mistakes.add(new Mistake(place, name + " is set twice", "the first is at " + earlier.place()));
                }
            });
        }
        return properties;
    }

    private static boolean continues(CharSequence line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1 && !line.toString().stripLeading().startsWith("#");
    }

    private static Properties parsed(String line, String place, List<Mistake> mistakes) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add(
                    new Mistake(place, "the line can't be read: " + e.getMessage(), "a backslash is written \\\\"));
        }
        return properties;
    }
}

package org.mediarouter.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Hazelcast says of a mistake in its configuration, with the line where it is. */
final class ConfigurationFault {
    /** Hazelcast names a key that it doesn't know, but not its line. */
    private static final Pattern KEY = Pattern.compile("\\[([\\w.-]+)]");

    /** The YAML parser knows the line. */
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private ConfigurationFault() {}

    static String told(Path file, Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).lines().reduce("", (a, b) -> (a + " " + b.strip()).strip());
        int line = line(file, message);
        return file + (line > 0 ? ", line " + line : "") + ": " + message;
    }

    private static int line(Path file, String message) {
        Matcher parsers = LINE.matcher(message);
        if (parsers.find()) {
            return Integer.parseInt(parsers.group(1));
        }
        Matcher key = KEY.matcher(message);
        if (!key.find()) {
            return 0;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).strip().startsWith(key.group(1) + ":")) {
                    return i + 1;
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}

package org.mediarouter.routing.configuration;

import java.time.Duration;

/** Durations as the file writes them: {@code 250ms}, {@code 30s}, {@code 5m}, {@code 1h}. */
final class Spans {
    private Spans() {}

    static String text(Duration span) {
        long millis = span.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
    }
}

package org.mediarouter.routing.configuration;

/**
 * What is wrong in a configuration, and what would be right.
 *
 * @param line from 1
 * @param column from 1
 */
public record Mistake(String file, int line, int column, String message, String remedy) {

    /** As editors and terminals make a link of it: {@code config/routing.yaml:12:9: message (remedy)}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message + (remedy.isEmpty() ? "" : " (" + remedy + ")");
    }
}

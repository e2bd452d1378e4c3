package org.mediarouter.cli;

/**
 * What is wrong in the configuration, and what would be right.
 *
 * @param place file and line, command line, or environment variable
 */
record Mistake(String place, String message, String remedy) {
    /** For example {@code config/application.properties:12: there is no setting mediarouter.prot (did you mean ...?)}. */
    @Override
    public String toString() {
        return place + ": " + message + (remedy.isEmpty() ? "" : " (" + remedy + ")");
    }
}

package org.mediarouter.cluster;

import java.time.Instant;
import java.util.Map;

/**
 * A routing configuration that was put into force.
 *
 * @param number from 1, without gaps
 * @param text the YAML as it was given; empty where it is too long ago (see {@link ConfigurationVersions})
 * @param who put it into force: the user of the HTTP interface, of the operating system, or the node that found the store
 *     empty
 * @param comment what that person said of it; may be empty
 * @param successors which queue took the tasks of one that is no longer there, in this version or an earlier one
 */
public record ConfigurationVersion(
        long number, String text, String who, Instant when, String comment, Map<String, String> successors) {

    /** The same without its text. */
    ConfigurationVersion withoutText() {
        return new ConfigurationVersion(number, "", who, when, comment, successors);
    }
}

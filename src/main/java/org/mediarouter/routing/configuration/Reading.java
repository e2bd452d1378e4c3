package org.mediarouter.routing.configuration;

import java.util.List;
import org.mediarouter.routing.model.Configuration;

/** What came of reading a configuration: all of it, or every mistake in it. */
public sealed interface Reading {

    record Accepted(Configuration configuration) implements Reading {}

    /**
     * Nothing was read.
     *
     * @param mistakes at least one, in the file's order
     */
    record Refused(List<Mistake> mistakes) implements Reading {}
}

package org.mediarouter.blackbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A foreign Chat Server in a protocol of its own: what it sends, and everything that it hears, at one queue. */
interface Peer extends AutoCloseable {

    /** A message as it sees it. */
    record Heard(String type, String correlation, String category, String agent, String task, String body) {}

    /** Sends a persistent command to General, to be answered at its queue. */
    void send(String type, String correlation, ObjectNode body) throws Exception;

    /** The next message at its queue; null when none comes in time. */
    @Nullable
    Heard hear(Duration wait) throws Exception;
}

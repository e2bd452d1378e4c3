package org.mediarouter.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node has started. It ends in the reverse order: consumers first, what is in hand is finished, then the cluster and
 * the broker.
 */
final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /** The same part, which will be closed. */
    <T extends AutoCloseable> T closing(T part) {
        started.push(part);
        return part;
    }

    /** One that doesn't end in order keeps no other from ending. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not end in order", part, e);
            }
        }
    }
}

package org.mediarouter.chaos.site;

import java.io.IOException;

/** The broker apart from the nodes: a process, or a pair of them. */
public interface Broker extends AutoCloseable {
    /** Starts what of it doesn't run. */
    void start() throws IOException;

    /**
     * SIGKILL of the process that serves.
     *
     * @return which one that was
     * @throws IOException none does
     */
    String kill() throws IOException;

    /** SIGKILL of all of it. */
    void killAll();

    /** Whether it takes messages, and all of it runs. */
    boolean ready();

    @Override
    void close();
}

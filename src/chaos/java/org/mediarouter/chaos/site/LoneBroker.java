package org.mediarouter.chaos.site;

import java.io.IOException;

/** {@code media-router run} with the role of a broker only. */
record LoneBroker(NodeProcess process) implements Broker {
    @Override
    public void start() throws IOException {
        if (!process.alive()) {
            process.start();
        }
    }

    @Override
    public String kill() {
        process.kill();
        return process.name();
    }

    @Override
    public void killAll() {
        process.kill();
    }

    @Override
    public boolean ready() {
        return process.ready();
    }

    @Override
    public void close() {
        process.close();
    }
}

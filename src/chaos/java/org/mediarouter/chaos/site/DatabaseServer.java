package org.mediarouter.chaos.site;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.cluster.database.PostgreSqlServer;

/** The database behind the nodes: a PostgreSQL of the run's own, or the H2 file in the single node's data. */
public final class DatabaseServer implements AutoCloseable {
    private final @Nullable PostgreSqlServer server;
    private boolean up;

    private DatabaseServer(@Nullable PostgreSqlServer server) {
        this.server = server;
        this.up = server != null;
    }

    static DatabaseServer postgresql() throws IOException, InterruptedException {
        return new DatabaseServer(PostgreSqlServer.start());
    }

    static DatabaseServer embedded() {
        return new DatabaseServer(null);
    }

    /** Whether it is a process of its own, and so can be struck alone. */
    public boolean apart() {
        return server != null;
    }

    List<String> settings() {
        if (server == null) {
            return List.of();
        }
        return List.of(
                "mediarouter.store.url=" + server.settings().url(),
                "mediarouter.store.user=" + server.settings().user());
    }

    /** Ends it as a crash would. */
    public synchronized void kill() throws IOException, InterruptedException {
        if (server != null && up) {
            server.down();
            up = false;
        }
    }

    /** Starts it where it doesn't run; it recovers from its log. */
    public synchronized void start() throws IOException, InterruptedException {
        if (server != null && !up) {
            server.up();
            up = true;
        }
    }

    @Override
    public synchronized void close() throws IOException, InterruptedException {
        if (server != null) {
            start();
            server.close();
        }
    }
}

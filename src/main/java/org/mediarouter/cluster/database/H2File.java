package org.mediarouter.cluster.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStoreException;

/** When H2 has written to its file what was committed. Inner classes of H2, whose version is fixed (decision 018). */
final class H2File {
    private H2File() {}

    /**
     * Whatever any connection has committed is with the operating system when this returns.
     *
     * <p>{@code checkpoint} alone writes what nobody else is writing, and doesn't wait for what H2's own threads had begun
     * to write before.
     *
     * @throws SQLException it can't be written; H2 has closed itself, then
     */
    static void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            Database database = session.getDatabase();
            if (database.isPersistent()) {
                awaitWrites(database);
            }
        }
    }

    private static void awaitWrites(Database database) throws SQLException {
        try {
            // It is done when all that was begun before is.
            database.getStore().getMvStore().executeFilestoreOperation(() -> {});
        } catch (MVStoreException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}

package org.mediarouter.cluster.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2's file with a log before it (decision 018): rows are in the log before they are committed, and each second H2 writes all
 * that was committed to its file, after which the log is emptied.
 *
 * <p>H2 closes itself when it can't write, and the next connection finds what its file had. The connection kept here ends with
 * the H2 that it was opened with; then all that the log has is saved again.
 */
final class LoggedFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedFile.class);

    /** How often H2 writes its file, in ms: so much is in the log at most, and to be saved again by a node that starts. */
    private static final long EVERY = TimeUnit.SECONDS.toMillis(1);

    private final DatabaseSettings settings;
    private final Function<Table, Upsert> upserts;
    private final RedoLog log;

    /** Held to read while rows are saved. When the log's files take turns, what is in the one that is left is committed. */
    private final ReadWriteLock turns = new ReentrantReadWriteLock();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "store-writer");
        daemon.setDaemon(true);
        return daemon;
    });
    private Connection connection;

    /** H2 was closed and opened again, or couldn't be: it hasn't all that the log has. */
    private boolean behind;

    private LoggedFile(DatabaseSettings settings, Function<Table, Upsert> upserts, RedoLog log, Connection connection) {
        this.settings = settings;
        this.upserts = upserts;
        this.log = log;
        this.connection = connection;
    }

    /**
     * Opens the log, and saves what it still has.
     *
     * @param store the file, without what H2 adds to its name
     * @param upserts what saves a row of that table
     * @throws SQLException the database doesn't take it
     * @throws IOException the log can't be read or written
     */
    static LoggedFile open(DatabaseSettings settings, Path store, Function<Table, Upsert> upserts)
            throws SQLException, IOException {
        RedoLog log = RedoLog.open(store);
        try {
            LoggedFile file = new LoggedFile(settings, upserts, log, connect(settings));
            try {
                file.saveAgain();
                H2File.write(file.connection);
                log.clear();
            } catch (SQLException | IOException | RuntimeException e) {
                file.connection.close();
                throw e;
            }
            file.thread.scheduleWithFixedDelay(file::write, EVERY, EVERY, TimeUnit.MILLISECONDS);
            return file;
        } catch (SQLException | IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.fullUrl(), settings.user(), settings.password());
    }

    private void saveAgain() throws SQLException, IOException {
        List<List<SavedRow>> transactions = log.read();
        connection.setAutoCommit(false);
        for (List<SavedRow> rows : transactions) {
            Saves saves = new Saves(connection, upserts);
            for (SavedRow row : rows) {
                saves.row(row.table(), row.values());
            }
            connection.commit();
        }
        connection.setAutoCommit(true);
        if (!transactions.isEmpty()) {
            LOG.info("{} transactions were in the log of {} alone; they are saved", transactions.size(), settings);
        }
    }

    /** Does this in one transaction of that connection; it is safe when this returns. */
    <T> T save(Connection consumer, Database.Saving<T> work) throws SQLException {
        Lock lock = turns.readLock();
        lock.lock();
        try {
            return Database.committed(consumer, same -> {
                Saves saves = new Saves(same, upserts);
                T result = work.in(saves);
                append(saves.rows());
                return result;
            });
        } finally {
            lock.unlock();
        }
    }

    private void append(List<SavedRow> rows) throws SQLException {
        try {
            log.append(rows);
        } catch (IOException e) {
            throw new SQLException("its log can't be written: " + e.getMessage(), e);
        }
    }

    private synchronized void write() {
        try {
            if (behind) {
                recover();
                LOG.info("{} is written again", settings);
            }
            if (turn()) {
                H2File.write(connection);
                log.clearOlder();
            }
        } catch (SQLException | IOException | RuntimeException e) {
            if (!behind) {
                LOG.warn("{} can't be written; what it lacks is in the log beside it: {}", settings, e.toString());
            }
            behind = true;
        }
    }

    /** Nobody else saves meanwhile: what the log has is older. */
    private void recover() throws SQLException, IOException {
        Lock lock = turns.writeLock();
        lock.lock();
        try {
            connectAgain();
            saveAgain();
            behind = false;
        } finally {
            lock.unlock();
        }
    }

    private void connectAgain() throws SQLException {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("it was closed", e);
        }
        connection = connect(settings);
    }

    private boolean turn() {
        Lock lock = turns.writeLock();
        lock.lock();
        try {
            return log.turn();
        } finally {
            lock.unlock();
        }
    }

    /** Leaves all in the file, and no log; if it can't be written, the log stays for the next start. */
    @Override
    public void close() {
        // Not interrupted: an interrupt within a write would close H2's file.
        thread.shutdown();
        synchronized (this) {
            try (log;
                    Connection last = connection) {
                if (!behind) {
                    H2File.write(last);
                    log.clear();
                }
            } catch (SQLException | IOException e) {
                LOG.warn("{} can't be written; what it lacks is in the log beside it: {}", settings, e.toString());
            }
        }
    }
}

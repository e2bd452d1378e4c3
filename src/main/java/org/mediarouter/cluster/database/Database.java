package org.mediarouter.cluster.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Unavailable;

/** The connections to the database, and its transactions. */
public final class Database implements AutoCloseable {
    /** One each for the consumers of a node, and some for who asks over HTTP. */
    private static final int CONNECTIONS = 12;

    /** How long a transaction waits for a connection, in ms: a database that is away is noticed by then. */
    private static final long WAIT = TimeUnit.SECONDS.toMillis(3);

    /** How long an answer of PostgreSQL may take, in s: one that hangs is as good as away. */
    private static final String ANSWER_WITHIN = "10";

    /**
     * How long a transaction of ours may do nothing before PostgreSQL ends it. A node that hangs, or whose machine is gone,
     * would else keep the rows it changed from all others for as long. Well below {@link #ANSWER_WITHIN}, which their waiting for
     * these rows counts against.
     */
    private static final String NO_IDLER_THAN = "3s";

    /** How often a transaction is tried that another one stood in the way of. */
    private static final int ATTEMPTS = 5;

    private final DatabaseSettings settings;
    private final HikariDataSource pool;
    private final Dialect dialect;
    private final Function<Table, Upsert> upserts;
    private final @Nullable LoggedFile file;

    private Database(DatabaseSettings settings, HikariDataSource pool) throws SQLException, IOException {
        this.settings = settings;
        this.pool = pool;
        dialect = settings.h2() ? Dialect.H2 : Dialect.POSTGRESQL;
        Map<Table, Upsert> known = new ConcurrentHashMap<>();
        upserts = table -> known.computeIfAbsent(table, dialect::upsert);
        Path path = settings.loggedFile();
        // Before the schema is changed: what an earlier version wrote fits what it had.
        file = path == null ? null : LoggedFile.open(settings, path, upserts);
    }

    /**
     * What is done in one transaction; it may be done again.
     *
     * @param <T> what comes of it
     */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * What saves rows in one transaction; it may be done again.
     *
     * @param <T> what comes of it
     */
    public interface Saving<T> {
        T in(Saves saves) throws SQLException;
    }

    /**
     * Connects, and brings the schema up to this program's.
     *
     * @throws DatabaseStartException it can't be reached, refuses the user, or has the schema of a later version
     */
    public static Database open(DatabaseSettings settings) {
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(poolSettings(settings));
        } catch (HikariPool.PoolInitializationException | IllegalArgumentException e) {
            throw new DatabaseStartException("The database " + settings + " can't be used: " + said(e), e);
        }
        Database database;
        try {
            database = new Database(settings, pool);
        } catch (SQLException | IOException e) {
            pool.close();
            throw new DatabaseStartException(
                    "What the .redo files have can't be saved in " + settings + ": " + said(e)
                            + " (who takes a database's file away takes the .redo files beside it, too)",
                    e);
        }
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .loggers("slf4j")
                    .failOnMissingLocations(true)
                    // By default the schema of a later version would be taken for this one.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            // The schema, too, before there are rows in the log that rest on it.
            database.transaction(connection -> true);
            return database;
        } catch (FlywayException | Unavailable e) {
            database.close();
            throw new DatabaseStartException("The schema of " + settings + " can't be used: " + said(e), e);
        }
    }

    private static HikariConfig poolSettings(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(settings.fullUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (!settings.h2()) {
            config.addDataSourceProperty("ApplicationName", "media-router");
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("socketTimeout", ANSWER_WITHIN);
            config.addDataSourceProperty("connectTimeout", "3");
            config.addDataSourceProperty("options", "-c idle_in_transaction_session_timeout=" + NO_IDLER_THAN);
        }
        return config;
    }

    private static String said(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * Does this in one transaction, which is durable when it returns.
     *
     * @throws Unavailable the database doesn't answer
     * @throws IllegalStateException what was sent to it is wrong
     */
    public <T> T transaction(Work<T> work) {
        return inOne(connection -> {
            T result = committed(connection, work);
            dialect.makeDurable(connection);
            return result;
        });
    }

    /**
     * Saves rows in one transaction, which is durable when it returns.
     *
     * @throws Unavailable the database doesn't answer
     * @throws IllegalStateException what was sent to it is wrong
     */
    public <T> T save(Saving<T> work) {
        LoggedFile logged = file;
        return logged == null
                ? transaction(connection -> work.in(new Saves(connection, upserts)))
                : inOne(connection -> logged.save(connection, work));
    }

    /** The same for what only looks. */
    public <T> T look(Work<T> work) {
        return inOne(connection -> committed(connection, work));
    }

    private <T> T inOne(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = pool.getConnection()) {
                return in(connection, work);
            } catch (SQLException e) {
                if (!Faults.inTheWay(e) || attempt == ATTEMPTS) {
                    throw failed(e);
                }
            }
        }
    }

    private <T> T in(Connection connection, Work<T> work) throws SQLException {
        try {
            return work.in(connection);
        } catch (SQLException e) {
            if (Faults.closed(e)) {
                // The pool finds that out only of one that has not been used for a while.
                pool.evictConnection(connection);
            }
            throw e;
        }
    }

    static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
            } catch (SQLException gone) {
                e.addSuppressed(gone);
            }
            throw e;
        }
    }

    private RuntimeException failed(SQLException e) {
        return Faults.ours(e)
                ? new IllegalStateException("The database refused what it was sent", e)
                : new Unavailable("the database " + settings + " doesn't answer: " + said(e), e);
    }

    /** Asks it for nothing. Throws where {@link #transaction} would. */
    public void probe() {
        look(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("select 1");
            }
        });
    }

    /** Whether other nodes can't share it. */
    public boolean embedded() {
        return settings.embedded();
    }

    /** Forgets what nobody asks for any more; returns how many rows that were. */
    public int forget(List<Forgetting> forgotten) {
        int rows = 0;
        for (Forgetting one : forgotten) {
            rows += transaction(connection -> {
                try (var statement = connection.prepareStatement(one.sql())) {
                    statement.setObject(1, Rows.time(one.before()));
                    return statement.executeUpdate();
                }
            });
        }
        return rows;
    }

    @Override
    public void close() {
        pool.close();
        if (file != null) {
            file.close();
        }
    }
}

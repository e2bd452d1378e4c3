package org.mediarouter.cluster.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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

    private Database(DatabaseSettings settings, HikariDataSource pool) {
        this.settings = settings;
        this.pool = pool;
        dialect = settings.h2() ? Dialect.H2 : Dialect.POSTGRESQL;
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
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .loggers("slf4j")
                    .failOnMissingLocations(true)
                    // By default the schema of a later version would be taken for this one.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            return new Database(settings, pool);
        } catch (FlywayException e) {
            pool.close();
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
            makeDurable(connection);
            return result;
        });
    }

    /** The same for what only looks. */
    public <T> T look(Work<T> work) {
        return inOne(connection -> committed(connection, work));
    }

    private <T> T inOne(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = pool.getConnection()) {
                return work.in(connection);
            } catch (SQLException e) {
                if (!Faults.inTheWay(e) || attempt == ATTEMPTS) {
                    throw failed(e);
                }
            }
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
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

    private void makeDurable(Connection connection) throws SQLException {
        if (!dialect.afterCommit().isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(dialect.afterCommit());
            }
            // Else the pool would roll back what it takes for open work, and H2 forget its parsed statements over it.
            connection.commit();
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

    Dialect dialect() {
        return dialect;
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
    }
}

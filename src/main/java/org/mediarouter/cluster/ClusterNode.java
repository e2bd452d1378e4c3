package org.mediarouter.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.AttendanceLog;
import org.mediarouter.agent.Seats;
import org.mediarouter.agent.SignInLine;
import org.mediarouter.cluster.database.ConfigurationRows;
import org.mediarouter.cluster.database.Database;
import org.mediarouter.cluster.database.DatabaseSettings;
import org.mediarouter.cluster.database.DatabaseStartException;
import org.mediarouter.cluster.database.Forgetting;
import org.mediarouter.cluster.database.ReasonRows;
import org.mediarouter.cluster.database.RequestRows;
import org.mediarouter.message.Unavailable;
import org.mediarouter.task.Archive;
import org.mediarouter.task.PlanStore;
import org.mediarouter.task.QueueFigures;
import org.mediarouter.task.TaskStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node's part of the cluster, and the stores in it. Several nodes can live in one JVM. */
public final class ClusterNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterNode.class);
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int ROUNDS_BETWEEN_WORDS = 100;

    private final HazelcastInstance hazelcast;
    private final AgentStore agents;
    private final TaskStore tasks;
    private final PlanStore plans;
    private final Archive archive;
    private final AttendanceRecords attendance;
    private final QueueFigures.Store queueFigures;
    private final SignInLine signInLine;
    private final Seats seats;
    private final ClusterFigures figures;
    private final ConfigurationVersions configurations;
    private final RouteRevisions routeRevisions;
    private final Database database;
    private final Unsaved unsaved;
    private final Loading loading;

    private ClusterNode(HazelcastInstance hazelcast, Database database) {
        this.hazelcast = hazelcast;
        this.database = database;
        AgentRecords agentRecords = new AgentRecords(database);
        TaskRecords taskRecords = new TaskRecords(database);
        loading = new Loading(hazelcast, agentRecords, taskRecords);
        attendance = new AttendanceRecords(database);
        unsaved = new Unsaved(database, agentRecords, taskRecords, attendance, hazelcast, loading);
        agents = new ClusterAgentStore(hazelcast, loading, unsaved);
        tasks = new ClusterTaskStore(hazelcast, new RequestRows(database), loading, unsaved);
        archive = new ClusterArchive(taskRecords, new ReasonRows(database), unsaved);
        plans = new ClusterPlanStore(hazelcast);
        queueFigures = new ClusterQueueFigures(hazelcast);
        signInLine = new ClusterSignInLine(hazelcast);
        seats = new ClusterSeats(hazelcast);
        figures = new ClusterFigures(hazelcast);
        configurations = new ConfigurationVersions(hazelcast, new ConfigurationRows(database));
        routeRevisions = new RouteRevisions(
                hazelcast,
                String.valueOf(hazelcast.getCluster().getLocalMember().getAttribute("node")));
        Reach.insist(
                () -> {
                    loading.begin();
                    configurations.load();
                },
                hazelcast.getLifecycleService()::isRunning);
    }

    /**
     * Joins the cluster, or makes it where there is none, and returns when the stores can be used and have what the database
     * has.
     *
     * @throws ClusterStartException the configuration is wrong, the port is taken, the cluster refuses the node, the database
     *     can't be used
     */
    public static ClusterNode start(ClusterSettings settings, DatabaseSettings store) {
        Config config = ClusterConfiguration.of(settings);
        Database database = database(store);
        try {
            HazelcastInstance hazelcast = Hazelcast.newHazelcastInstance(config);
            if (!hazelcast.getLifecycleService().isRunning()) {
                throw new ClusterStartException("The cluster " + settings.name() + " refused the node", null);
            }
            return opened(hazelcast, database, settings.majority());
        } catch (ClusterStartException | Unavailable e) {
            database.close();
            throw e;
        } catch (HazelcastException | IllegalStateException | IllegalArgumentException e) {
            database.close();
            throw new ClusterStartException(
                    "The node can't join the cluster " + settings.name() + " from port " + settings.port() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static Database database(DatabaseSettings store) {
        try {
            return Database.open(store);
        } catch (DatabaseStartException e) {
            throw new ClusterStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static ClusterNode opened(HazelcastInstance hazelcast, Database database, int majority) {
        try {
            awaitMajority(hazelcast, majority);
            makeIndexes(hazelcast);
            return new ClusterNode(hazelcast, database);
        } catch (RuntimeException e) {
            hazelcast.getLifecycleService().terminate();
            throw e;
        }
    }

    /** They are made on all nodes when a map is first asked for, and that may meet others who come or go just then. */
    private static void makeIndexes(HazelcastInstance hazelcast) {
        Reach.insist(
                () -> Reach.run(() -> {
                    hazelcast.getMap(StoredAgent.MAP);
                    hazelcast.getMap(StoredTask.MAP);
                }),
                hazelcast.getLifecycleService()::isRunning);
    }

    /** The state can't be used before; others are being started. */
    private static void awaitMajority(HazelcastInstance hazelcast, int majority) {
        for (int round = 0; hazelcast.getCluster().getMembers().size() < majority; round++) {
            if (round % ROUNDS_BETWEEN_WORDS == 0) {
                LOG.warn(
                        "waits for more nodes: {} of the {} that are needed are here",
                        hazelcast.getCluster().getMembers().size(),
                        majority);
            }
            LockSupport.parkNanos(ROUND);
            if (Thread.interrupted() || !hazelcast.getLifecycleService().isRunning()) {
                throw new ClusterStartException("Stopped while it waited for more nodes", null);
            }
        }
    }

    /**
     * Reads the configuration without starting anything.
     *
     * @throws ClusterStartException it is wrong; the message names the file
     */
    public static void check(ClusterSettings settings) {
        ClusterConfiguration.of(settings);
    }

    public AgentStore agents() {
        return agents;
    }

    public TaskStore tasks() {
        return tasks;
    }

    public PlanStore plans() {
        return plans;
    }

    public Archive archive() {
        return archive;
    }

    public AttendanceLog attendance() {
        return attendance;
    }

    public QueueFigures.Store queueFigures() {
        return queueFigures;
    }

    public SignInLine signInLine() {
        return signInLine;
    }

    public Seats seats() {
        return seats;
    }

    public ClusterFigures figures() {
        return figures;
    }

    public ConfigurationVersions configurations() {
        return configurations;
    }

    public RouteRevisions routeRevisions() {
        return routeRevisions;
    }

    /**
     * Makes all durable that the calling thread has changed since it last did this. To be called before a message is
     * acknowledged.
     *
     * @throws Unavailable the database or the cluster is away: nothing must be acknowledged
     */
    public void save() {
        unsaved.save();
    }

    /** The calling thread's messages are acknowledged, or will come again and change everything again. */
    public void forgetUnsaved() {
        unsaved.forget();
    }

    /**
     * Asks cluster and database for nothing.
     *
     * @throws Unavailable one of them doesn't answer, or the cluster doesn't have all yet that the database has
     */
    public void probe() {
        loading.check(loading.losses());
        tasks.waiting("");
        database.probe();
    }

    /**
     * Forgets CLOSED tasks and what belongs to them after their time.
     *
     * @param closed how long they are kept
     */
    public void forget(Instant now, Duration closed) {
        database.forget(Forgetting.at(now, closed));
    }

    /** Whether this node is in the cluster and working. */
    public boolean running() {
        return hazelcast.getLifecycleService().isRunning();
    }

    /** How many nodes the cluster has, this one included, as this one sees it. */
    public int members() {
        return running() ? hazelcast.getCluster().getMembers().size() : 0;
    }

    /** Leaves the cluster in order: what lives here goes to the others first. */
    @Override
    public void close() {
        hazelcast.shutdown();
        database.close();
    }

    HazelcastInstance hazelcast() {
        return hazelcast;
    }

    /** Leaves without a word, as a crash would. */
    void terminate() {
        hazelcast.getLifecycleService().terminate();
        database.close();
    }
}

package org.mediarouter.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.SignInLine;
import org.mediarouter.task.Archive;
import org.mediarouter.task.PlanStore;
import org.mediarouter.task.QueueFigures;
import org.mediarouter.task.TaskStore;

/** This node's part of the cluster, and the stores in it. Several nodes can live in one JVM. */
public final class ClusterNode implements AutoCloseable {
    private final HazelcastInstance hazelcast;
    private final AgentStore agents;
    private final TaskStore tasks;
    private final PlanStore plans;
    private final Archive archive;
    private final QueueFigures.Store queueFigures;
    private final SignInLine signInLine;
    private final ClusterFigures figures;
    private final ConfigurationVersions configurations;

    private ClusterNode(HazelcastInstance hazelcast) {
        this.hazelcast = hazelcast;
        agents = new ClusterAgentStore(hazelcast);
        tasks = new ClusterTaskStore(hazelcast);
        archive = new ClusterArchive(hazelcast);
        plans = new ClusterPlanStore(hazelcast);
        queueFigures = new ClusterQueueFigures(hazelcast);
        signInLine = new ClusterSignInLine(hazelcast);
        figures = new ClusterFigures(hazelcast);
        configurations = new ConfigurationVersions(hazelcast);
    }

    /**
     * Joins the cluster, or makes it where there is none, and returns when the stores can be used.
     *
     * @throws ClusterStartException the configuration is wrong, the port is taken, the cluster refuses the node
     */
    public static ClusterNode start(ClusterSettings settings) {
        Config config = ClusterConfiguration.of(settings);
        try {
            HazelcastInstance hazelcast = Hazelcast.newHazelcastInstance(config);
            if (!hazelcast.getLifecycleService().isRunning()) {
                throw new ClusterStartException("The cluster " + settings.name() + " refused the node", null);
            }
            return opened(hazelcast);
        } catch (HazelcastException | IllegalStateException | IllegalArgumentException e) {
            throw new ClusterStartException(
                    "The node can't join the cluster " + settings.name() + " from port " + settings.port() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static ClusterNode opened(HazelcastInstance hazelcast) {
        try {
            return new ClusterNode(hazelcast);
        } catch (RuntimeException e) {
            hazelcast.getLifecycleService().terminate();
            throw e;
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

    public QueueFigures.Store queueFigures() {
        return queueFigures;
    }

    public SignInLine signInLine() {
        return signInLine;
    }

    public ClusterFigures figures() {
        return figures;
    }

    public ConfigurationVersions configurations() {
        return configurations;
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
    }

    HazelcastInstance hazelcast() {
        return hazelcast;
    }

    /** Leaves without a word, as a crash would. */
    void terminate() {
        hazelcast.getLifecycleService().terminate();
    }
}

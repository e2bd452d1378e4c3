package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.MapPartitionLostListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the database has into the maps: when a cluster begins, and when it has lost a part of them because too many
 * nodes went at once. What the map has already, as new or newer, stays; so any node may do it at any time.
 */
final class Loading {
    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

    /** The map that says that a cluster has been filled, for as long as it lives. */
    static final String MAP = "loaded";

    private static final String STATE = "state";

    /** How many records are on their way at once. */
    private static final int TOGETHER = 500;

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final HazelcastInstance hazelcast;
    private final AgentRecords agentRecords;
    private final TaskRecords taskRecords;
    private final IMap<String, StoredAgent> agents;
    private final IMap<String, StoredTask> tasks;
    private final IMap<String, Boolean> loaded;
    private final AtomicBoolean again = new AtomicBoolean();
    private final AtomicInteger losses = new AtomicInteger();

    Loading(HazelcastInstance hazelcast, AgentRecords agentRecords, TaskRecords taskRecords) {
        this.hazelcast = hazelcast;
        this.agentRecords = agentRecords;
        this.taskRecords = taskRecords;
        agents = hazelcast.getMap(StoredAgent.MAP);
        tasks = hazelcast.getMap(StoredTask.MAP);
        loaded = hazelcast.getMap(MAP);
        // All maps have as many backups: what one has lost a part of, the other has, too.
        MapPartitionLostListener lost = event -> lost();
        tasks.addPartitionLostListener(lost);
    }

    /** Loads, unless that has been done in this cluster. */
    void begin() {
        if (!Boolean.TRUE.equals(Reach.call(() -> loaded.get(STATE)))) {
            load();
            Reach.run(() -> loaded.set(STATE, true));
        }
    }

    private void load() {
        List<CompletionStage<Boolean>> onTheWay = new ArrayList<>();
        int people = agentRecords.each(
                agent -> add(onTheWay, agents.submitToKey(agent.record().id(), new PutAgent(agent))));
        int open = taskRecords.open(
                task -> add(onTheWay, tasks.submitToKey(task.record().id(), new PutTask(task))));
        arrive(onTheWay);
        if (people + open > 0) {
            LOG.info("read from the database: {} agents, {} open tasks", people, open);
        }
    }

    private static void add(List<CompletionStage<Boolean>> onTheWay, CompletionStage<Boolean> one) {
        onTheWay.add(one);
        if (onTheWay.size() >= TOGETHER) {
            arrive(onTheWay);
        }
    }

    private static void arrive(List<CompletionStage<Boolean>> onTheWay) {
        onTheWay.forEach(Reach::answer);
        onTheWay.clear();
    }

    /** The agent from the database, in the map from now on; null where the database has none. */
    @Nullable
    StoredAgent agent(String id) {
        StoredAgent agent = agentRecords.get(id);
        if (agent != null) {
            Reach.call(() -> agents.executeOnKey(id, new PutAgent(agent)));
        }
        return agent;
    }

    /** The task from the database, in the map from now on; null where the database has none. */
    @Nullable
    StoredTask task(String id) {
        StoredTask task = taskRecords.get(id);
        if (task != null) {
            Reach.call(() -> tasks.executeOnKey(id, new PutTask(task)));
        }
        return task;
    }

    /**
     * Puts the database's records into the map where they are the later ones.
     *
     * @throws Unavailable one was: what has been done rests on a state that was lost, and must be done again
     */
    void compare(Set<String> agentIds, Set<String> taskIds) {
        boolean lost = false;
        for (String id : agentIds) {
            StoredAgent agent = agentRecords.get(id);
            lost |= agent != null && Reach.call(() -> agents.executeOnKey(id, new PutAgent(agent)));
        }
        for (String id : taskIds) {
            StoredTask task = taskRecords.get(id);
            lost |= task != null && Reach.call(() -> tasks.executeOnKey(id, new PutTask(task)));
        }
        if (lost) {
            throw Unavailable.here("The cluster had lost records.", new IllegalStateException("read again"));
        }
    }

    /** How often a part of the maps was lost. */
    int losses() {
        return losses.get();
    }

    /**
     * Nothing may rest on what the maps say while a part of them is missing, nor on what they said before it was.
     *
     * @param before how often that had happened when the work began
     * @throws Unavailable a part is missing, or was
     */
    void check(int before) {
        if (again.get() || losses.get() != before) {
            throw Unavailable.here("The state is being read from the database.", new IllegalStateException("lost"));
        }
    }

    private void lost() {
        losses.incrementAndGet();
        if (again.compareAndSet(false, true)) {
            Thread thread = new Thread(this::loadAgain, "load-again");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void loadAgain() {
        LOG.warn("the cluster has lost a part of its memory; it is read from the database");
        while (hazelcast.getLifecycleService().isRunning()) {
            try {
                load();
                Reach.run(() -> loaded.set(STATE, true));
                again.set(false);
                LOG.info("the cluster's memory is complete again");
                return;
            } catch (RuntimeException e) {
                LOG.debug("not read yet", e);
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}

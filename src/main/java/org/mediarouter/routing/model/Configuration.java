package org.mediarouter.routing.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole routing configuration: a value without a version. One that came from {@code ConfigurationReader} is complete
 * and free of contradictions.
 *
 * @param seed of the selection {@code random}
 * @param attributes by name, in the file's order, as all maps here
 * @param successors which queue took the tasks of one that is no longer there; not from the file, see
 *     {@link #succeededBy}
 */
public record Configuration(
        long seed,
        Map<String, Attribute> attributes,
        Map<String, Mrd> mrds,
        Map<String, PrecisionQueue> queues,
        Map<String, AgentProfile> agents,
        Map<String, String> successors) {

    public static final Configuration EMPTY = new Configuration(0, Map.of(), Map.of(), Map.of(), Map.of());

    public Configuration {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        mrds = Collections.unmodifiableMap(new LinkedHashMap<>(mrds));
        queues = Collections.unmodifiableMap(new LinkedHashMap<>(queues));
        agents = Collections.unmodifiableMap(new LinkedHashMap<>(agents));
        successors = Map.copyOf(successors);
    }

    /** One that no other has gone before. */
    public Configuration(
            long seed,
            Map<String, Attribute> attributes,
            Map<String, Mrd> mrds,
            Map<String, PrecisionQueue> queues,
            Map<String, AgentProfile> agents) {
        this(seed, attributes, mrds, queues, agents, Map.of());
    }

    /** The same, where the tasks of queues that are no longer there go to others: by the former's id, the latter's. */
    public Configuration succeededBy(Map<String, String> others) {
        return new Configuration(seed, attributes, mrds, queues, agents, others);
    }

    /** The same from lists, keyed by name and id. */
    public static Configuration of(
            long seed,
            Collection<Attribute> attributes,
            Collection<Mrd> mrds,
            Collection<PrecisionQueue> queues,
            Collection<AgentProfile> agents) {
        return new Configuration(
                seed,
                keyed(attributes, Attribute::name),
                keyed(mrds, Mrd::id),
                keyed(queues, PrecisionQueue::id),
                keyed(agents, AgentProfile::id));
    }

    private static <T> Map<String, T> keyed(Collection<T> values, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }

    public @Nullable Mrd mrd(String id) {
        return mrds.get(id);
    }

    public @Nullable PrecisionQueue queue(String id) {
        return queues.get(id);
    }

    public @Nullable AgentProfile agent(String id) {
        return agents.get(id);
    }

    /** The queue for tasks of this MRD that name none; null where the MRD, or its default queue, does not exist. */
    public @Nullable PrecisionQueue defaultQueue(String mrdId) {
        Mrd mrd = mrds.get(mrdId);
        return mrd == null || mrd.defaultQueue() == null ? null : queues.get(mrd.defaultQueue());
    }

    /** Whether the MRD has a queue of this id. */
    public boolean has(String queueId, String mrdId) {
        PrecisionQueue queue = queues.get(queueId);
        return queue != null && queue.mrd().equals(mrdId);
    }

    /**
     * Where a task of this MRD waits whose queue is no longer there: in the queue that was named for that, else in the
     * MRD's default queue, else in any.
     *
     * @return null where the MRD has no queue
     */
    public @Nullable String successorOf(String queueId, String mrdId) {
        String next = successors.get(queueId);
        for (int i = 0; next != null && i < successors.size(); i++) {
            if (has(next, mrdId)) {
                return next;
            }
            next = successors.get(next);
        }
        PrecisionQueue byDefault = defaultQueue(mrdId);
        List<PrecisionQueue> any = byDefault == null ? queuesOf(mrdId) : List.of(byDefault);
        return any.isEmpty() ? null : any.get(0).id();
    }

    public List<PrecisionQueue> queuesOf(String mrdId) {
        return queues.values().stream()
                .filter(queue -> queue.mrd().equals(mrdId))
                .toList();
    }

    public List<AgentProfile> agentsOf(String mrdId) {
        return agents.values().stream()
                .filter(agent -> agent.mrds().containsKey(mrdId))
                .toList();
    }

    /** Whether this agent may log in to this MRD. */
    public boolean belongs(String agentId, String mrdId) {
        return capacity(agentId, mrdId) > 0;
    }

    /** How many tasks this agent may hold in this MRD; 0 where he doesn't belong to it. */
    public int capacity(String agentId, String mrdId) {
        AgentProfile agent = agents.get(agentId);
        return agent == null ? 0 : agent.mrds().getOrDefault(mrdId, 0);
    }

    /** All attributes of this agent, with the defaults of those that he doesn't name. */
    public Map<String, Object> attributesOf(AgentProfile agent) {
        Map<String, Object> all = new HashMap<>();
        attributes.values().forEach(attribute -> all.put(attribute.name(), attribute.byDefault()));
        all.putAll(agent.attributes());
        return all;
    }
}

package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mediarouter.cluster.database.ConfigurationRows;

/**
 * The routing configurations that were put into force, by their numbers; the last one is in force. The database has them, and
 * a map of the cluster, which tells the other nodes.
 *
 * <p>There is no second entry that says which: a version is put into force by being the first with its number, so that of
 * two that build on the same one only one can be.
 *
 * @apiNote Every method throws {@link org.mediarouter.message.Unavailable} where the store can't be reached.
 */
public final class ConfigurationVersions {
    /** Of how many versions the text is kept; of those before them, who and when. */
    static final int TEXTS = 50;

    private static final RecordJson<ConfigurationVersion> JSON = RecordJson.of(ConfigurationVersion.class);

    private final IMap<Long, ConfigurationVersion> versions;
    private final ConfigurationRows rows;

    ConfigurationVersions(HazelcastInstance hazelcast, ConfigurationRows rows) {
        versions = hazelcast.getMap(ClusterConfiguration.CONFIGURATIONS);
        this.rows = rows;
    }

    /** Brings what the database has into the map. */
    void load() {
        rows.all().forEach((number, json) -> Reach.call(() -> versions.putIfAbsent(number, JSON.read(json))));
    }

    /** The one in force; null where there has never been one. */
    public @Nullable ConfigurationVersion last() {
        return Reach.call(() -> versions.keySet().stream()
                .max(Comparator.naturalOrder())
                .map(versions::get)
                .orElse(null));
    }

    public @Nullable ConfigurationVersion get(long number) {
        return Reach.call(() -> versions.get(number));
    }

    /** Whether a later one than this is in force. */
    public boolean goneOnFrom(long number) {
        return Reach.call(() -> versions.containsKey(number + 1));
    }

    /** All of them, the last one first. */
    public List<ConfigurationVersion> history() {
        return Reach.call(() -> versions.values().stream()
                .sorted(Comparator.comparingLong(ConfigurationVersion::number).reversed())
                .toList());
    }

    /**
     * Puts the next one into force.
     *
     * @param next its number is one more than that of the version on which it builds
     * @return whether it is in force now; if not, another one of that number is
     */
    public boolean add(ConfigurationVersion next) {
        // The database decides: what it has is in force after everything has stopped.
        ConfigurationVersion there = JSON.read(rows.add(next.number(), JSON.write(next)));
        Reach.call(() -> versions.putIfAbsent(next.number(), there));
        if (!there.equals(next)) {
            return false;
        }
        ConfigurationVersion old = get(next.number() - TEXTS);
        if (old != null && !old.text().isEmpty()) {
            rows.replace(old.number(), JSON.write(old.withoutText()));
            Reach.run(() -> versions.set(old.number(), old.withoutText()));
        }
        return true;
    }

    /** Calls this with the number of each version added, on a thread that must not be kept. */
    public void onAdded(Consumer<Long> listener) {
        EntryAddedListener<Long, ConfigurationVersion> added = event -> listener.accept(event.getKey());
        versions.addEntryListener(added, false);
    }
}

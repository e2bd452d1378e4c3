package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mediarouter.task.Archive;
import org.mediarouter.task.TaskRecord;

/** The archive in two maps of the cluster, which forget by age, and by size before a node runs out of memory. */
final class ClusterArchive implements Archive {
    private static final RecordFormat<TaskRecord> RECORD = RecordFormat.of(TaskRecord.class);

    private final IMap<String, byte[]> reasons;
    private final IMap<String, byte[]> ended;

    ClusterArchive(HazelcastInstance hazelcast) {
        reasons = hazelcast.getMap(ClusterConfiguration.REASONS);
        ended = hazelcast.getMap(ClusterConfiguration.ENDED);
    }

    @Override
    public void keep(List<Reasons> some) {
        Map<String, byte[]> entries = new HashMap<>();
        some.forEach(one -> entries.put(key(one.taskId(), one.offer()), Packed.of(one.text())));
        if (entries.size() == 1) {
            entries.forEach((key, text) -> Reach.run(() -> reasons.set(key, text)));
        } else if (!entries.isEmpty()) {
            Reach.run(() -> reasons.setAll(entries));
        }
    }

    @Override
    public void ended(TaskRecord record) {
        byte[] bytes = RECORD.write(record.withoutAttributes());
        Reach.run(() -> ended.set(record.id(), bytes));
        for (int offer = Math.max(1, record.offers() - OFFERS + 1); offer <= record.offers(); offer++) {
            String key = key(record.id(), offer);
            Reach.call(() -> reasons.setTtl(key, ClusterConfiguration.REMEMBERED_HOURS, TimeUnit.HOURS));
        }
    }

    @Override
    public Collection<String> reasons(String taskId) {
        Set<String> keys = new HashSet<>();
        for (int offer = 0; offer < OFFERS; offer++) {
            keys.add(key(taskId, offer));
        }
        return Reach.call(() -> reasons.getAll(keys)).values().stream()
                .map(Packed::text)
                .toList();
    }

    @Override
    public @Nullable TaskRecord ended(String taskId) {
        byte[] bytes = Reach.call(() -> ended.get(taskId));
        return bytes == null ? null : RECORD.read(bytes);
    }

    @Override
    public List<TaskRecord> ended() {
        return Reach.call(() -> ended.values()).stream().map(RECORD::read).toList();
    }

    /** One place for each of the last offers. */
    private static String key(String taskId, int offer) {
        return taskId + "#" + offer % OFFERS;
    }
}

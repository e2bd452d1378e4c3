package org.mediarouter.cluster;

import static java.util.Objects.requireNonNull;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.partition.InternalPartition;
import com.hazelcast.internal.partition.InternalPartitionService;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.SerializationService;
import com.hazelcast.map.IMap;
import com.hazelcast.map.impl.MapService;
import com.hazelcast.map.impl.MapServiceContext;
import com.hazelcast.map.impl.proxy.MapProxyImpl;
import com.hazelcast.map.impl.record.Record;
import com.hazelcast.map.impl.record.Records;
import com.hazelcast.map.impl.recordstore.RecordStore;
import com.hazelcast.splitbrainprotection.SplitBrainProtection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map's entries as far as they belong to this node, read where they lie. An operation of Hazelcast's is handed to the partition's
 * thread and its answer back, which on a busy machine takes a hundred times as long as the read itself; a message reads ten
 * times (decision 011).
 *
 * <p>What is read is what an operation would have found: an entry changes at its owner first, and whoever owns it, or has
 * ceased to, is known before and after the read. Values must not be changed, as they are the map's own. It rests on inner
 * classes of Hazelcast's, which are open to nobody else; its version is fixed in {@code pom.xml}.
 */
final class OwnEntries<V> {
    private final MapProxyImpl<String, V> map;
    private final MapServiceContext context;
    private final InternalPartitionService partitions;
    private final SerializationService serialization;
    private final @Nullable SplitBrainProtection majority;

    OwnEntries(HazelcastInstance hazelcast, String name) {
        map = (MapProxyImpl<String, V>) hazelcast.<String, V>getMap(name);
        context = ((MapService) map.getService()).getMapServiceContext();
        partitions = (InternalPartitionService) map.getNodeEngine().getPartitionService();
        serialization = map.getNodeEngine().getSerializationService();
        String protection = hazelcast.getConfig().findMapConfig(name).getSplitBrainProtectionName();
        majority = protection == null
                ? null
                : hazelcast.getSplitBrainProtectionService().getSplitBrainProtection(protection);
    }

    /** The map itself, for everything else. */
    IMap<String, V> map() {
        return map;
    }

    /**
     * What the entry says.
     *
     * @param here what to make of the value, which is null where there is no entry
     * @param elsewhere asks the cluster: the entry belongs to another node, or is just being moved, or this node is cut off
     */
    <T extends @Nullable Object> T read(String key, Function<@Nullable V, T> here, Supplier<T> elsewhere) {
        if (majority != null && !majority.hasMinimumSize()) {
            return elsewhere.get();
        }
        Data data = requireNonNull(serialization.<Data>toData(key));
        int number = partitions.getPartitionId(data);
        InternalPartition partition = partitions.getPartition(number, false);
        if (!settled(partition)) {
            return elsewhere.get();
        }
        int version = partition.version();
        @Nullable RecordStore<?> store = context.getPartitionContainer(number).getExistingRecordStore(map.getName());
        @Nullable Record<?> record = store == null ? null : store.getRecord(data);
        @Nullable
        V value = record == null ? null : serialization.toObject(Records.getValueOrCachedValue(record, serialization));
        return settled(partition) && partition.version() == version ? here.apply(value) : elsewhere.get();
    }

    private static boolean settled(InternalPartition partition) {
        return partition.isLocal() && !partition.isMigrating();
    }
}

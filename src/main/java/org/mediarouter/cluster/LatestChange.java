package org.mediarouter.cluster;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.merge.MergingValue;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import org.jspecify.annotations.Nullable;

/**
 * When two halves of a cluster find each other again, the record with more changes stays. Public, since Hazelcast makes it
 * from its name on every node.
 */
public final class LatestChange implements SplitBrainMergePolicy<Object, MergingValue<Object>, Object> {
    @Override
    public @Nullable Object merge(MergingValue<Object> merging, @Nullable MergingValue<Object> there) {
        return there == null || changes(merging.getValue()) > changes(there.getValue())
                ? merging.getRawValue()
                : there.getRawValue();
    }

    private static long changes(@Nullable Object stored) {
        if (stored instanceof StoredAgent agent) {
            return agent.changes();
        }
        return stored instanceof StoredTask task ? task.changes() : 0;
    }

    @Override
    public void writeData(ObjectDataOutput out) {
        // There is nothing in it.
    }

    @Override
    public void readData(ObjectDataInput in) {
        // There is nothing in it.
    }
}

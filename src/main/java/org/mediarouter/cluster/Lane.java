package org.mediarouter.cluster;

import com.hazelcast.map.EntryProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in work that a name, an agent's or a task's, is waiting for. There is none while nothing is open.
 *
 * @param group the message group that what comes next must follow
 * @param pending the operations open, in the order in which they came
 */
record Lane(String group, List<String> pending) {
    static final String MAP = "signins";

    /** The operation, and with it the name, goes on in that group. */
    record Enter(String group, String operation) implements EntryProcessor<String, Lane, @Nullable Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object process(Map.Entry<String, Lane> entry) {
            @Nullable Lane lane = entry.getValue();
            List<String> pending = lane == null ? new ArrayList<>() : new ArrayList<>(lane.pending());
            if (!pending.contains(operation)) {
                pending.add(operation);
            }
            entry.setValue(new Lane(group, pending));
            return null;
        }
    }

    /** The operation is over. */
    record Leave(String operation) implements EntryProcessor<String, Lane, @Nullable Object> {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("NullAway") // a value of null removes the entry
        public @Nullable Object process(Map.Entry<String, Lane> entry) {
            @Nullable Lane lane = entry.getValue();
            if (lane != null && lane.pending().contains(operation)) {
                List<String> pending = new ArrayList<>(lane.pending());
                pending.remove(operation);
                entry.setValue(pending.isEmpty() ? null : new Lane(lane.group(), pending));
            }
            return null;
        }
    }
}

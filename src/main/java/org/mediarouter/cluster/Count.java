package org.mediarouter.cluster;

import com.hazelcast.aggregation.Aggregator;
import java.util.Map;
import org.mediarouter.agent.MrdState;

/** Counts, made where the records live. The maps are filled while counting, so they must be mutable. */
final class Count {
    private Count() {}

    /** A figure's name: two words, such as an MRD and a state. */
    record Name(String of, String state) {}

    /** Agents by MRD and state. */
    record Agents(Map<Name, Integer> counts) implements Aggregator<Map.Entry<String, StoredAgent>, Map<Name, Integer>> {
        private static final long serialVersionUID = 1L;

        @Override
        public void accumulate(Map.Entry<String, StoredAgent> entry) {
            for (MrdState state : entry.getValue().record().mrds().values()) {
                counts.merge(new Name(state.mrd(), state.state().name()), 1, Integer::sum);
            }
        }

        @Override
        @SuppressWarnings("rawtypes") // as declared by Hazelcast
        public void combine(Aggregator other) {
            ((Agents) other).counts.forEach((name, count) -> counts.merge(name, count, Integer::sum));
        }

        @Override
        public Map<Name, Integer> aggregate() {
            return counts;
        }
    }

    /** Tasks by queue and state. */
    record Tasks(Map<Name, Integer> counts) implements Aggregator<Map.Entry<String, StoredTask>, Map<Name, Integer>> {
        private static final long serialVersionUID = 1L;

        @Override
        public void accumulate(Map.Entry<String, StoredTask> entry) {
            var record = entry.getValue().record();
            counts.merge(new Name(record.queue(), record.state().name()), 1, Integer::sum);
        }

        @Override
        @SuppressWarnings("rawtypes") // as declared by Hazelcast
        public void combine(Aggregator other) {
            ((Tasks) other).counts.forEach((name, count) -> counts.merge(name, count, Integer::sum));
        }

        @Override
        public Map<Name, Integer> aggregate() {
            return counts;
        }
    }
}

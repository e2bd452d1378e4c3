package org.mediarouter.cluster;

import com.hazelcast.query.extractor.ValueCollector;
import com.hazelcast.query.extractor.ValueExtractor;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.MrdState;

/**
 * What the map of agents holds.
 *
 * @param changes grows with each change, whether anybody is told of it or not
 */
record StoredAgent(AgentRecord record, Kept kept, long changes) {
    static final String MAP = "agents";

    /** The attribute: the MRDs that the agent is logged in to or holds a task in. */
    static final String PRESENT_IN = "presentIn";

    /** The attribute: whether the agent is logged in to any MRD. */
    static final String LOGGED_IN = "loggedIn";

    static @Nullable AgentRecord recordOf(@Nullable StoredAgent stored) {
        return stored == null ? null : stored.record();
    }

    /** See {@link #PRESENT_IN}; public, since Hazelcast makes it. */
    public static final class PresentIn implements ValueExtractor<StoredAgent, @Nullable Object> {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // Hazelcast gives the collector without its type
        public void extract(StoredAgent stored, @Nullable Object argument, ValueCollector collector) {
            for (MrdState state : stored.record().mrds().values()) {
                if (state.loggedIn() || !state.held().isEmpty()) {
                    collector.addObject(state.mrd());
                }
            }
        }
    }

    /** See {@link #LOGGED_IN}; public, since Hazelcast makes it. */
    public static final class LoggedIn implements ValueExtractor<StoredAgent, @Nullable Object> {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // Hazelcast gives the collector without its type
        public void extract(StoredAgent stored, @Nullable Object argument, ValueCollector collector) {
            collector.addObject(stored.record().loggedIn());
        }
    }
}

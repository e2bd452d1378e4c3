package org.mediarouter.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.Destination;

/**
 * All that the system keeps of an agent: the connection, and a state for each MRD.
 *
 * @param connection null while not connected
 * @param lastDestination where the agent's events went under the last connection: the log-out that ends it is still told there
 * @param mrds by MRD id; an MRD that the agent never logged in to is absent
 */
public record AgentRecord(
        String id,
        @Nullable Connection connection,
        @Nullable Destination lastDestination,
        Map<String, MrdState> mrds) {
    public AgentRecord {
        mrds = Collections.unmodifiableMap(new TreeMap<>(mrds));
    }

    /** An agent who hasn't been connected before. */
    public AgentRecord(String id, @Nullable Connection connection, Map<String, MrdState> mrds) {
        this(id, connection, null, mrds);
    }

    /** An agent never heard of. */
    public static AgentRecord unknown(String id) {
        return new AgentRecord(id, null, Map.of());
    }

    public @Nullable MrdState in(String mrd) {
        return mrds.get(mrd);
    }

    /** LOGOUT for an MRD never logged in to. */
    public AgentStateName stateIn(String mrd) {
        MrdState state = mrds.get(mrd);
        return state == null ? AgentStateName.LOGOUT : state.state();
    }

    /** As the protocol tells it; LOGOUT with version 0 for an MRD never logged in to. */
    public AgentState told(String mrd, Instant now) {
        MrdState state = mrds.get(mrd);
        return state == null ? new AgentState(id, mrd, AgentStateName.LOGOUT, null, now, 0, null) : state.told(id);
    }

    public boolean loggedIn() {
        return mrds.values().stream().anyMatch(MrdState::loggedIn);
    }

    /**
     * Whether Connect still holds: it ends with the last log-out, or after a time without any MRD.
     *
     * @param connectedFor the setting {@code mediarouter.connected-for}
     */
    public boolean connected(Instant now, Duration connectedFor) {
        return connection != null
                && (loggedIn() || now.isBefore(connection.idleSince().plus(connectedFor)));
    }

    /** Where the agent hears. */
    public Whereabouts whereabouts() {
        return new Whereabouts(destination(), connection != null);
    }

    /** Where the agent's events go. */
    public Destination destination() {
        if (connection != null) {
            return connection.destination();
        }
        return lastDestination == null ? Destination.ofAgent(id) : lastDestination;
    }

    /** Whether the agent works in a non-interruptible MRD other than this one. */
    boolean worksOutside(String mrd) {
        return mrds.values().stream()
                .anyMatch(other -> !other.mrd().equals(mrd) && !other.terms().interruptible() && other.working());
    }

    /** Whether state and the work in other MRDs allow one more task there, if there is capacity left. */
    public boolean openTo(String mrd) {
        MrdState state = mrds.get(mrd);
        return state != null && state.state().mayTakeTask() && (state.terms().concurrent() || !worksOutside(mrd));
    }

    /** Whether state, capacity and the work in other MRDs allow one more task there. */
    public boolean mayTakeTask(String mrd) {
        MrdState state = mrds.get(mrd);
        return state != null && openTo(mrd) && state.hasRoom();
    }

    AgentRecord with(MrdState state) {
        Map<String, MrdState> next = new TreeMap<>(mrds);
        next.put(state.mrd(), state);
        return new AgentRecord(id, connection, lastDestination, next);
    }

    AgentRecord with(@Nullable Connection next) {
        return new AgentRecord(id, next, destination(), mrds);
    }
}

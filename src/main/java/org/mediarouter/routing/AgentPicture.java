package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.AgentProfile;

/** What a router knows of an agent. */
final class AgentPicture extends Timed {

    final String id;
    /** As configured; null where he is not of this MRD (any more). */
    @Nullable
    AgentProfile profile;

    boolean loggedIn;
    boolean wants;
    boolean mayTake;
    /** Why he may not take a task, where that is known; null: nothing, or nobody knows. */
    Explanation.@Nullable Verdict hindrance;

    int held;
    int capacity;
    long availableSince;

    /** One for each lane in which he matches a step. */
    final List<Seat> seats = new ArrayList<>();
    /** Of each seat, in their order, the step: who looks for a task for him touches nothing else of his seats, which are scattered in memory. */
    private LaneStep @Nullable [] steps;
    /** Waiting tasks that prefer him; most agents never have any. */
    private @Nullable Set<TaskPicture> preferring;
    /** Those of them whose lanes count who is ready. */
    final List<Seat> counted = new ArrayList<>();
    /** Whether the lanes have him among the free. One who has just become free is first looked at by himself. */
    boolean joined;
    /** Whether he has changed since the queues' figures were last asked for. */
    boolean recount;

    AgentPicture(String id) {
        this.id = id;
    }

    @Override
    String id() {
        return id;
    }

    @Override
    int rank() {
        return 1;
    }

    void take(Seat seat) {
        seats.add(seat);
        steps = null;
    }

    void giveUp(Seat seat) {
        seats.remove(seat);
        steps = null;
    }

    LaneStep[] steps() {
        if (steps == null) {
            steps = seats.stream().map(seat -> seat.at).toArray(LaneStep[]::new);
        }
        return steps;
    }

    /** Those that differ from their default. */
    Map<String, Object> attributes() {
        return profile == null ? Map.of() : profile.attributes();
    }

    Collection<TaskPicture> preferring() {
        return preferring == null ? List.of() : preferring;
    }

    void preferredBy(TaskPicture task) {
        if (preferring == null) {
            preferring = new LinkedHashSet<>();
        }
        preferring.add(task);
    }

    void notPreferredBy(TaskPicture task) {
        if (preferring != null) {
            preferring.remove(task);
        }
    }

    boolean free() {
        return loggedIn && mayTake && held < capacity;
    }

    boolean busy() {
        return loggedIn && held > 0 && !free();
    }

    boolean wanting() {
        return loggedIn && wants;
    }

    /** Longest available, then id. */
    boolean longerAvailableThan(AgentPicture other) {
        if (availableSince != other.availableSince) {
            return availableSince < other.availableSince;
        }
        return id.compareTo(other.id) < 0;
    }
}

package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Free agents by id, for the selections that count or go round. */
final class AgentsById implements FreeAgents {

    private final List<Seat> seats = new ArrayList<>();

    @Override
    public int size() {
        return seats.size();
    }

    @Override
    public void add(Seat seat) {
        seats.add(after(seat.agent.id), seat);
        seat.slot = 0;
    }

    @Override
    public void remove(Seat seat) {
        // after() is the place behind him.
        seats.remove(after(seat.agent.id) - 1);
        seat.slot = -1;
    }

    @Override
    public @Nullable Seat first(@Nullable Predicate<AgentPicture> refused) {
        return from(0, refused);
    }

    /** The first whose id is greater; null where none is. */
    @Nullable
    Seat firstAfter(String agentId, @Nullable Predicate<AgentPicture> refused) {
        return from(after(agentId), refused);
    }

    Seat get(int index) {
        return seats.get(index);
    }

    private @Nullable Seat from(int index, @Nullable Predicate<AgentPicture> refused) {
        for (int i = index; i < seats.size(); i++) {
            if (refused == null || !refused.test(seats.get(i).agent)) {
                return seats.get(i);
            }
        }
        return null;
    }

    private int after(String agentId) {
        int low = 0;
        int high = seats.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seats.get(middle).agent.id.compareTo(agentId) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

package org.mediarouter.routing;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The agents of one step who could be offered a task now. */
sealed interface FreeAgents permits RankedAgents, AgentsById {

    void add(Seat seat);

    void remove(Seat seat);

    int size();

    /**
     * The first in the queue's order.
     *
     * @param refused who can't have the task in question; null: nobody
     */
    @Nullable
    Seat first(@Nullable Predicate<AgentPicture> refused);
}

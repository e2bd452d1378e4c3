package org.mediarouter.routing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many agents of a queue are there: of those who match a step for a task that waits, or for any task.
 *
 * @param ready who could be offered a task
 * @param busy with all that they can take
 */
record AgentCounts(int loggedIn, int ready, int busy) {

    static AgentCounts of(List<Lane> lanes) {
        int loggedIn = 0;
        int ready = 0;
        int busy = 0;
        // An agent may have a seat in several.
        Set<AgentPicture> counted = new HashSet<>();
        for (Lane lane : lanes) {
            for (Seat seat : lane.seats()) {
                AgentPicture agent = seat.agent;
                if (agent.loggedIn && (lanes.size() == 1 || counted.add(agent))) {
                    loggedIn++;
                    ready += agent.free() ? 1 : 0;
                    busy += agent.busy() ? 1 : 0;
                }
            }
        }
        return new AgentCounts(loggedIn, ready, busy);
    }

    /** Those who serve the queue, or could. */
    int servers() {
        return ready + busy;
    }
}

package org.mediarouter.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.MrdState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.routing.RoutingEvent;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;

/**
 * All of an MRD as its records have it: what a new router is shown.
 *
 * @param present the agents in it
 * @param open its open tasks, with all that the agents hold
 */
record Look(String mrd, Collection<AgentRecord> present, List<TaskRecord> open) {

    /**
     * For moments after a node went, the cluster's query may leave out what is being moved (hazelcast/hazelcast issue 17497);
     * a hold is void only if the task itself, asked by its id, says so.
     */
    static Look at(String mrd, AgentStore agents, TaskStore tasks) {
        Collection<AgentRecord> present = agents.inMrd(mrd);
        Map<String, TaskRecord> open = new LinkedHashMap<>();
        tasks.open(mrd).forEach(task -> open.put(task.id(), task));
        for (AgentRecord agent : present) {
            @Nullable MrdState state = agent.in(mrd);
            if (state != null) {
                state.held().keySet().stream()
                        .filter(taskId -> !open.containsKey(taskId))
                        .map(tasks::get)
                        .filter(task -> task != null && task.state() != TaskStateName.CLOSED)
                        .forEach(task -> open.put(task.id(), task));
            }
        }
        return new Look(mrd, present, new ArrayList<>(open.values()));
    }

    int size() {
        return present.size() + open.size();
    }

    /** What is to be put right before anything is routed. */
    Plan upkeep(Configuration current) {
        return Sweeping.plan(mrd, present, open).and(Reconfiguring.steps(mrd, current, present, open));
    }

    List<RoutingEvent> seen() {
        List<RoutingEvent> seen = new ArrayList<>();
        present.forEach(agent -> seen.add(Pictures.of(agent, mrd)));
        open.forEach(task -> seen.add(Pictures.of(task)));
        return seen;
    }
}

package org.mediarouter.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.MrdState;
import org.mediarouter.task.TaskRecord;

/** Finds holds that their tasks don't name: a crash left them behind, they are void, and they would never end. */
final class Sweeping {
    private Sweeping() {}

    static Plan plan(String mrd, Collection<AgentRecord> present, List<TaskRecord> open) {
        Map<String, TaskRecord> tasks = open.stream().collect(Collectors.toMap(TaskRecord::id, task -> task));
        List<Plan.Step> steps = new ArrayList<>();
        for (AgentRecord agent : present) {
            MrdState state = agent.in(mrd);
            List<String> unnamed = state == null
                    ? List.of()
                    : state.held().keySet().stream()
                            .filter(taskId -> !names(tasks.get(taskId), agent.id()))
                            .toList();
            if (!unnamed.isEmpty()) {
                steps.add(new Plan.Sweep(agent.id(), unnamed));
            }
        }
        return Plan.of(steps);
    }

    private static boolean names(@Nullable TaskRecord task, String agentId) {
        return task != null && task.concerned().contains(agentId);
    }
}

package org.mediarouter.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.MrdState;
import org.mediarouter.assignment.Terms;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.task.TaskRecord;

/**
 * Finds what the records have from an earlier configuration: an agent's terms, a waiting task's queue. Whatever record is
 * looked at is held against the configuration in force, so that it makes no difference who wrote it, when, and with which.
 */
final class Reconfiguring {
    private Reconfiguring() {}

    static List<Plan.Step> steps(
            String mrd, Configuration configuration, Collection<AgentRecord> agents, Collection<TaskRecord> tasks) {
        @Nullable Mrd settings = configuration.mrd(mrd);
        if (settings == null) {
            return List.of();
        }
        List<Plan.Step> steps = new ArrayList<>();
        for (AgentRecord agent : agents) {
            MrdState state = agent.in(mrd);
            if (state != null
                    && state.loggedIn()
                    && !state.terms().equals(Terms.forAgent(configuration, agent.id(), settings))) {
                steps.add(new Plan.ChangeTerms(agent.id()));
            }
        }
        for (TaskRecord task : tasks) {
            if (task.state() == TaskStateName.QUEUED && !configuration.has(task.queue(), mrd)) {
                @Nullable String next = configuration.successorOf(task.queue(), mrd);
                if (next != null) {
                    steps.add(new Plan.Move(task.id(), task.queue(), next));
                }
            }
        }
        return steps;
    }
}

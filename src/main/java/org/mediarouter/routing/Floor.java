package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Configuration;

/** All that a router knows: agents, tasks, queues, deadlines, and what has to be looked at before it decides. */
final class Floor {

    final String mrd;
    Configuration configuration;
    /** Milliseconds. */
    long acceptWithin;

    /** By id, so that whatever goes over all of them does so in one order. */
    final Map<String, AgentPicture> agents = new TreeMap<>();

    final Map<String, TaskPicture> tasks = sparse();
    final Map<String, QueueBoard> queues = new HashMap<>();
    final Deadlines deadlines = new Deadlines();

    List<Decision> decisions = new ArrayList<>();
    final List<AgentPicture> freshAgents = new ArrayList<>();
    final List<TaskPicture> freshTasks = new ArrayList<>();
    /** Those whose queues have to count their agents anew before they say how they stand. */
    final List<AgentPicture> recounts = new ArrayList<>();
    /** Every waiting task has to be looked at. */
    boolean allFresh;

    private final Map<String, AgentPicture> agentsById = sparse();

    /** Ids are often numbers one after the other, whose hashes lie close: in a dense table many share a place. */
    private static <T> Map<String, T> sparse() {
        return new HashMap<>(64, 0.25f);
    }

    Floor(String mrd, Configuration configuration) {
        this.mrd = mrd;
        this.configuration = configuration;
    }

    AgentPicture agent(String id) {
        AgentPicture agent = agentsById.get(id);
        if (agent == null) {
            agent = new AgentPicture(id);
            agentsById.put(id, agent);
            agents.put(id, agent);
        }
        return agent;
    }

    @Nullable
    AgentPicture knownAgent(String id) {
        return agentsById.get(id);
    }

    TaskPicture task(String id) {
        TaskPicture task = tasks.get(id);
        if (task == null) {
            task = new TaskPicture(id);
            tasks.put(id, task);
        }
        return task;
    }

    void fresh(TaskPicture task) {
        freshTasks.add(task);
    }

    void fresh(AgentPicture agent) {
        freshAgents.add(agent);
    }

    void recount(AgentPicture agent) {
        if (!agent.recount) {
            agent.recount = true;
            recounts.add(agent);
        }
    }
}

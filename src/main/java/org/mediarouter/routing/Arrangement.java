package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.PrecisionQueue;

/** Puts a configuration into force: what it leaves as it is keeps its index. */
final class Arrangement {

    /** With more changed agents than that, matching everybody anew is quicker. */
    private static final int MANY = 64;

    private final Floor floor;
    private final WaitingLine line;
    private final Roster roster;
    private final Lanes lanes;

    Arrangement(Floor floor, WaitingLine line, Roster roster, Lanes lanes) {
        this.floor = floor;
        this.line = line;
        this.roster = roster;
        this.lanes = lanes;
    }

    void apply(Configuration next) {
        Configuration former = floor.configuration;
        boolean attributesChanged = !former.attributes().equals(next.attributes());
        floor.configuration = next;
        Mrd mrd = next.mrd(floor.mrd);
        floor.acceptWithin = (mrd == null ? Mrd.DEFAULT_ACCEPT_WITHIN : mrd.acceptWithin()).toMillis();

        List<AgentPicture> changedAgents = profiles(next);
        boolean all = attributesChanged || changedAgents.size() > MANY;
        Set<String> changedQueues = changedQueues(next);
        List<TaskPicture> concerned = line.everybody();
        if (!all && changedAgents.isEmpty()) {
            concerned = concerned.stream()
                    .filter(task -> changedQueues.contains(task.queueId))
                    .toList();
        }
        concerned.forEach(line::leave);
        if (all || !changedAgents.isEmpty()) {
            lanes.forgetAgents();
            floor.allFresh = true;
        }
        queues(next, all, new Expressions(next));
        restartSteps(former, next, changedQueues);
        if (!all && !changedAgents.isEmpty()) {
            floor.queues.values().stream().filter(queue -> queue.readsTask).forEach(lanes::dropAll);
            for (AgentPicture agent : changedAgents) {
                List.copyOf(agent.seats).forEach(roster::unseat);
                lanes.seat(agent);
            }
        }
        for (QueueBoard queue : floor.queues.values()) {
            lanes.of(queue, Map.of());
        }
        line.takePlacesAnew(concerned);
    }

    /** The queues of this MRD that are new, gone, or defined otherwise. */
    private Set<String> changedQueues(Configuration next) {
        Set<String> changed = new HashSet<>(floor.queues.keySet());
        for (PrecisionQueue definition : next.queuesOf(floor.mrd)) {
            QueueBoard former = floor.queues.get(definition.id());
            if (former != null && former.definition.equals(definition)) {
                changed.remove(definition.id());
            } else {
                changed.add(definition.id());
            }
        }
        return changed;
    }

    /** Gives the agents their profiles; returns those who may match other steps than before. */
    private List<AgentPicture> profiles(Configuration next) {
        List<AgentPicture> changed = new ArrayList<>();
        for (AgentPicture agent : floor.agents.values()) {
            AgentProfile profile = next.agent(agent.id);
            if (agent.profile != null && (profile == null || !profile.mrds().containsKey(floor.mrd))) {
                agent.profile = null;
                changed.add(agent);
            }
        }
        for (AgentProfile profile : next.agentsOf(floor.mrd)) {
            AgentPicture agent = floor.agent(profile.id());
            AgentProfile former = agent.profile;
            agent.profile = profile;
            if (former == null || !former.attributes().equals(profile.attributes())) {
                changed.add(agent);
            }
        }
        return changed;
    }

    private void queues(Configuration next, boolean all, Expressions expressions) {
        Map<String, PrecisionQueue> definitions =
                next.queuesOf(floor.mrd).stream().collect(Collectors.toMap(PrecisionQueue::id, queue -> queue));
        floor.queues.values().removeIf(queue -> {
            boolean gone = !definitions.containsKey(queue.id());
            if (gone) {
                lanes.dropAll(queue);
            }
            return gone;
        });
        for (PrecisionQueue definition : definitions.values()) {
            QueueBoard former = floor.queues.get(definition.id());
            if (former != null && former.definition.equals(definition) && !all) {
                continue;
            }
            QueueBoard queue = expressions.compile(definition);
            if (former != null) {
                queue.inherit(former);
                lanes.dropAll(former);
            }
            floor.queues.put(definition.id(), queue);
        }
    }

    /** With other steps, a task has reached what it would have reached with them from the beginning. */
    private void restartSteps(Configuration former, Configuration next, Set<String> changedQueues) {
        Set<String> otherSteps = new HashSet<>();
        for (String id : changedQueues) {
            PrecisionQueue before = former.queue(id);
            PrecisionQueue after = next.queue(id);
            boolean same = before != null
                    && after != null
                    && before.mrd().equals(floor.mrd)
                    && before.steps().equals(after.steps());
            if (after != null && after.mrd().equals(floor.mrd) && !same) {
                otherSteps.add(id);
            }
        }
        if (otherSteps.isEmpty()) {
            return;
        }
        for (TaskPicture task : floor.tasks.values()) {
            if (otherSteps.contains(task.queueId)) {
                task.started = false;
            }
        }
    }
}

package org.mediarouter.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.MrdState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;

/** Who and what would have no place any more if another configuration came into force. */
final class Stranding {
    /** Of how many the ids are told. */
    static final int TOLD = 20;

    private final AgentStore agents;
    private final TaskStore tasks;

    Stranding(AgentStore agents, TaskStore tasks) {
        this.agents = agents;
        this.tasks = tasks;
    }

    /**
     * Some who would be stranded for one reason.
     *
     * @param reason a sentence
     * @param ids of agents or tasks, the first {@value #TOLD}
     * @param more how many there are beside them
     */
    record Group(String reason, String remedy, List<String> ids, int more) {
        static Group of(String reason, String remedy, Collection<String> all) {
            List<String> sorted = all.stream().sorted().toList();
            int told = Math.min(TOLD, sorted.size());
            return new Group(reason, remedy, sorted.subList(0, told), sorted.size() - told);
        }
    }

    /**
     * Looks for them.
     *
     * @param moveTo queues of {@code next} for the tasks of those that are gone, one an MRD at most
     */
    List<Group> find(Configuration former, Configuration next, Collection<String> moveTo) {
        List<Group> stranded = new ArrayList<>();
        for (String mrd : former.mrds().keySet()) {
            List<AgentRecord> present = agents.inMrd(mrd);
            if (next.mrd(mrd) == null) {
                gone(mrd, present, stranded);
            } else {
                agents(mrd, former, next, present, stranded);
                queues(mrd, former, next, target(mrd, next, moveTo), stranded);
            }
        }
        return stranded;
    }

    private void gone(String mrd, List<AgentRecord> present, List<Group> stranded) {
        if (!present.isEmpty()) {
            stranded.add(Group.of(
                    "MRD " + mrd + " would vanish, and agents are logged in to it",
                    "they log out first",
                    present.stream().map(AgentRecord::id).toList()));
        }
        List<String> open = tasks.open(mrd).stream().map(TaskRecord::id).toList();
        if (!open.isEmpty()) {
            stranded.add(Group.of("MRD " + mrd + " would vanish, and has tasks", "they are closed first", open));
        }
    }

    private static void agents(
            String mrd, Configuration former, Configuration next, List<AgentRecord> present, List<Group> stranded) {
        Collection<String> vanish = new TreeSet<>();
        Collection<String> lose = new TreeSet<>();
        for (AgentRecord agent : present) {
            MrdState state = agent.in(mrd);
            if (state != null
                    && state.loggedIn()
                    && former.belongs(agent.id(), mrd)
                    && !next.belongs(agent.id(), mrd)) {
                (next.agent(agent.id()) == null ? vanish : lose).add(agent.id());
            }
        }
        if (!vanish.isEmpty()) {
            stranded.add(Group.of("agents would vanish who are logged in to MRD " + mrd, "they log out first", vanish));
        }
        if (!lose.isEmpty()) {
            stranded.add(Group.of(
                    "agents would no longer belong to MRD " + mrd + ", and are logged in to it",
                    "they log out first",
                    lose));
        }
    }

    private void queues(
            String mrd, Configuration former, Configuration next, @Nullable String target, List<Group> stranded) {
        if (target != null || former.queuesOf(mrd).stream().allMatch(queue -> next.has(queue.id(), mrd))) {
            return;
        }
        Map<String, List<String>> waiting = new TreeMap<>();
        for (TaskRecord task : tasks.open(mrd)) {
            boolean waits = task.state() == TaskStateName.QUEUED
                    || task.offer() != null && task.agents().isEmpty();
            if (waits && former.has(task.queue(), mrd) && !next.has(task.queue(), mrd)) {
                waiting.computeIfAbsent(task.queue(), queue -> new ArrayList<>())
                        .add(task.id());
            }
        }
        waiting.forEach((queue, ids) -> stranded.add(Group.of(
                "queue " + queue + " of MRD " + mrd + " would vanish, and tasks wait in it",
                "--move-to names a queue of that MRD for them",
                ids)));
    }

    /** The queue of that MRD among those named. */
    private static @Nullable String target(String mrd, Configuration next, Collection<String> moveTo) {
        return moveTo.stream().filter(queue -> next.has(queue, mrd)).findFirst().orElse(null);
    }

    /** Which queue takes the tasks of one that is no longer there, after those of the former configuration. */
    static Map<String, String> successors(Configuration former, Configuration next, Collection<String> moveTo) {
        Map<String, String> successors = new TreeMap<>(former.successors());
        for (PrecisionQueue queue : former.queues().values()) {
            @Nullable String target = target(queue.mrd(), next, moveTo);
            if (!next.has(queue.id(), queue.mrd()) && target != null) {
                successors.put(queue.id(), target);
            }
        }
        successors.keySet().removeIf(next.queues()::containsKey);
        return successors;
    }
}

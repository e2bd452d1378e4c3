package org.mediarouter.assignment;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentOperation.HeldFor;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.agent.AgentResult.Displaced;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.agent.Held;
import org.mediarouter.agent.MrdState;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.Reason;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;
import org.mediarouter.task.TaskResult.HoldChange;
import org.mediarouter.task.TaskStore;

/**
 * The changes that one message makes, and their effects in the order in which they are to be told.
 *
 * <p>Every step has a name of its own within the message's operation, so that the same message, when it comes again, takes
 * the same steps with the same results: nothing here depends on anything but those results. It is for one message and one
 * thread.
 */
public final class Assignment {
    private final AgentStore agents;
    private final TaskStore tasks;
    private final String operation;
    private final InstantSource clock;
    private final boolean byCommand;
    private final List<Effect> effects = new ArrayList<>();

    private Assignment(AgentStore agents, TaskStore tasks, String operation, InstantSource clock, boolean byCommand) {
        this.agents = agents;
        this.tasks = tasks;
        this.operation = operation;
        this.clock = clock;
        this.byCommand = byCommand;
    }

    /**
     * For a command of a Chat Server: the Communication Server changes the records and tells it itself.
     *
     * @param envelope of the command: its operation id, and when it was received
     */
    public static Assignment ofCommand(AgentStore agents, TaskStore tasks, Envelope envelope) {
        return new Assignment(agents, tasks, envelope.operation(), envelope::time, true);
    }

    /**
     * For the engine, whose changes are told in the line of the MRD.
     *
     * @param clock what is said of a change is when it was made: one message may lead to many, and on a machine that has too
     *     much to do the last come seconds after the first
     */
    public static Assignment ofRouting(AgentStore agents, TaskStore tasks, Envelope envelope, InstantSource clock) {
        return new Assignment(agents, tasks, envelope.operation(), clock, false);
    }

    /** What has changed so far, in the order in which it is to be told. */
    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** Changes an agent; what the agent must give up because of it goes back to its queue. */
    public AgentResult agent(String step, String agentId, AgentOperation change) {
        AgentResult result = apply(step, agentId, change);
        tell(result);
        giveUp(step, agentId, result.displaced(), reason(change));
        return result;
    }

    /** Changes a task; what it means for the agents on it follows. */
    public TaskResult task(String step, String taskId, TaskOperation change) {
        TaskResult result = apply(step, taskId, change);
        for (HoldChange hold : result.holds()) {
            follow(step, result, hold);
        }
        tell(result);
        return result;
    }

    /** A new offer: the hold on the agent, then the task; if the task can't be offered, the hold is given back. */
    public TaskResult offer(String step, String mrd, String taskId, TaskOperation.MakeOffer offer) {
        AgentOperation.Hold hold = new AgentOperation.Hold(mrd, taskId, TaskStateName.RESERVED, offer.number());
        return held(step, offer.agentId(), hold, offer);
    }

    /** An agent is handed a task, brought into it, or offered it by its owner: the same with any other change. */
    public TaskResult hand(
            String step, String mrd, String agentId, String taskId, TaskStateName state, TaskOperation change) {
        return held(step, agentId, new AgentOperation.Hold(mrd, taskId, state, 0), change);
    }

    private TaskResult held(String step, String agentId, AgentOperation.Hold hold, TaskOperation decision) {
        AgentResult taken = apply(step + "/hold", agentId, hold);
        if (taken.refusal() != null) {
            return new TaskResult(taken.refusal(), false, null, List.of(), List.of(), null, null, null);
        }
        TaskResult result = apply(step, hold.taskId(), decision);
        tell(taken);
        if (result.refusal() != null) {
            HeldFor nothing = new HeldFor(hold.taskId(), hold.offer());
            agent(step + "/void", agentId, new AgentOperation.Release(hold.mrd(), List.of(nothing)));
            return result;
        }
        giveUp(step, agentId, taken.displaced(), Reason.INTERRUPTED);
        for (HoldChange change : result.holds()) {
            follow(step, result, change);
        }
        tell(result);
        return result;
    }

    /**
     * Ring on no answer: the first offer, if it still stands, and the agent's other offers in that MRD are withdrawn, and
     * the agent is set NOT_READY.
     *
     * @return whether it came to that
     */
    public boolean rona(String step, String mrd, String agentId, List<Expired> offers) {
        List<TaskResult> withdrawn = new ArrayList<>();
        List<HeldFor> missed = new ArrayList<>();
        for (Expired offer : offers) {
            TaskResult result =
                    apply(step, offer.taskId(), new TaskOperation.WithdrawOffer(agentId, offer.number(), Reason.RONA));
            if (result.changed()) {
                withdrawn.add(result);
                missed.add(new HeldFor(offer.taskId(), offer.number()));
            } else if (withdrawn.isEmpty()) {
                return false;
            }
        }
        agent(step, agentId, new AgentOperation.Rona(mrd, missed));
        withdrawn.forEach(this::tell);
        return true;
    }

    /**
     * Holds that their tasks don't name are given back. Whoever took such a hold may be alive and about to decide: the offer is
     * taken back from the task first, so that it can't be made any more; a task that names the agent meanwhile waits again.
     */
    public void sweep(String step, String mrd, String agentId, List<String> taskIds) {
        MrdState state = agents.get(agentId).in(mrd);
        List<HeldFor> unnamed = new ArrayList<>();
        for (String taskId : taskIds) {
            Held held = state == null ? null : state.held().get(taskId);
            if (held != null && held.offer() > 0 && !held.accepted()) {
                TaskOperation withdraw = new TaskOperation.WithdrawOffer(agentId, held.offer(), Reason.RESTORE);
                task(step + "/" + taskId, taskId, withdraw);
            }
            // Asked once more: after a node went, what was decided upon may have been read from behind.
            if (!names(taskId, agentId)) {
                unnamed.add(new HeldFor(taskId, held == null ? 0 : held.offer()));
            }
        }
        if (!unnamed.isEmpty()) {
            agent(step, agentId, new AgentOperation.Release(mrd, unnamed));
        }
    }

    private boolean names(String taskId, String agentId) {
        @Nullable TaskRecord task = tasks.get(taskId);
        return task != null && task.concerned().contains(agentId);
    }

    private AgentResult apply(String step, String agentId, AgentOperation change) {
        AgentOperation marked = byCommand ? new AgentOperation.ByCommand(change) : change;
        return agents.apply(operation + "/" + step, agentId, marked, clock.instant());
    }

    private TaskResult apply(String step, String taskId, TaskOperation change) {
        TaskOperation marked = byCommand ? new TaskOperation.ByCommand(change) : change;
        return tasks.apply(operation + "/" + step, taskId, marked, clock.instant());
    }

    /** An offer whose time is over. */
    public record Expired(String taskId, int number) {}

    private void tell(AgentResult result) {
        result.changes().forEach(state -> effects.add(new Effect.AgentChanged(state, result.heard())));
        result.stirred().forEach(state -> effects.add(new Effect.AgentStirred(state)));
    }

    private void tell(TaskResult result) {
        if (result.changed() && result.state() != null && result.creator() != null && result.correlation() != null) {
            effects.add(new Effect.TaskChanged(
                    result.state(), result.audience(), result.creator(), result.correlation(), result.handover()));
        }
    }

    private void follow(String step, TaskResult result, HoldChange hold) {
        if (result.state() == null) {
            return;
        }
        String mrd = result.state().mrd();
        String taskId = result.state().taskId();
        AgentOperation change = hold.to() == null
                ? new AgentOperation.Release(mrd, List.of(new HeldFor(taskId, lastOffer(result.state()))))
                : new AgentOperation.Pass(mrd, taskId, hold.to());
        agent(step + "/" + taskId, hold.agentId(), change);
    }

    private static int lastOffer(TaskState state) {
        return state.offer() == null ? 0 : state.offer();
    }

    /**
     * The tasks go back; then what the agent held for them is released, all at once: the record keeps only so many
     * operations. A task may know nothing of a hold that a crash left behind: that is void, and given back all the same. One
     * that the agent has accepted meanwhile, and may keep, isn't.
     */
    private void giveUp(String step, String agentId, List<Displaced> displaced, String reason) {
        List<TaskResult> results = new ArrayList<>();
        Map<String, List<HeldFor>> released = new TreeMap<>();
        for (Displaced one : displaced) {
            String name = step + "/displaced/" + agentId + "/" + one.taskId();
            TaskResult result = leave(name, agentId, one, reason);
            result.holds().stream()
                    .filter(hold -> !hold.agentId().equals(agentId))
                    .forEach(hold -> follow(name, result, hold));
            results.add(result);
            if (!isOn(result, agentId)) {
                released.computeIfAbsent(one.mrd(), mrd -> new ArrayList<>())
                        .add(new HeldFor(one.taskId(), one.hold().offer()));
            }
        }
        released.forEach(
                (mrd, held) -> agent(step + "/released/" + mrd, agentId, new AgentOperation.Release(mrd, held)));
        results.forEach(this::tell);
    }

    private TaskResult leave(String step, String agentId, Displaced one, String reason) {
        TaskOperation.Leave leave = new TaskOperation.Leave(agentId, reason);
        if (one.hold().accepted()) {
            return apply(step, one.taskId(), leave);
        }
        TaskOperation withdraw =
                new TaskOperation.WithdrawOffer(agentId, one.hold().offer(), reason);
        TaskResult withdrawn = apply(step, one.taskId(), withdraw);
        return one.alsoAccepted() && isOn(withdrawn, agentId)
                ? apply(step + "/accepted", one.taskId(), leave)
                : withdrawn;
    }

    /** Whether the agent is the task's owner or a participant; who is offered it isn't. */
    private static boolean isOn(TaskResult result, String agentId) {
        TaskState state = result.state();
        return state != null
                && state.participants() != null
                && state.participants().contains(agentId);
    }

    private static String reason(AgentOperation change) {
        if (change instanceof AgentOperation.Doubt) {
            return Reason.RESTORE;
        }
        return change instanceof AgentOperation.Logout || change instanceof AgentOperation.EndUnsureness
                ? Reason.AGENT_LOGOUT
                : Reason.INTERRUPTED;
    }
}

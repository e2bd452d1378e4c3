package org.mediarouter.communication;

import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.message.ErrorCode;
import org.mediarouter.message.Refusal;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.task.TaskRecord;

/**
 * What speaks against a Conference or Transfer, in the protocol's order (rows 4 and 7). It spares the engine what is
 * hopeless; the engine checks again when it takes the capacity, since things may have changed by then.
 */
final class HandingChecks {
    private HandingChecks() {}

    static Refusal noTask() {
        return Refusal.of(ErrorCode.TASK_NOT_FOUND, "There is no such task.");
    }

    /** The task's state and its owner. */
    static @Nullable Refusal task(TaskRecord task, String owner) {
        if (!task.state().inConversation()) {
            return Refusal.of(
                    ErrorCode.INVALID_TASK_STATE,
                    "The task is " + task.state() + "; it has to be ACTIVE or PAUSED for that.");
        }
        if (task.offer() != null) {
            return Refusal.of(
                    ErrorCode.INVALID_TASK_STATE,
                    "The task is being offered to " + task.offer().agentId() + ".");
        }
        return owner.equals(task.owner())
                ? null
                : Refusal.of(ErrorCode.NOT_TASK_OWNER, owner + " does not own the task.");
    }

    /** Another agent, who is to take the task or to join it. */
    static @Nullable Refusal recipient(
            Configuration configuration, AgentStore agents, TaskRecord task, String recipient) {
        if (configuration.agent(recipient) == null) {
            return Refusal.of(ErrorCode.RECIPIENT_NOT_FOUND, "There is no agent " + recipient + ".");
        }
        if (task.agents().contains(recipient)) {
            return Refusal.of(ErrorCode.ALREADY_ON_TASK, recipient + " is on the task already.");
        }
        AgentRecord agent = agents.get(recipient);
        return agent.mayTakeTask(task.mrd())
                ? null
                : new Refusal(
                        ErrorCode.RECIPIENT_NOT_AVAILABLE,
                        recipient + " can't take a task of " + task.mrd() + " now.",
                        null,
                        agent.stateIn(task.mrd()));
    }
}

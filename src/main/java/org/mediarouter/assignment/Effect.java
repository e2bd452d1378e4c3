package org.mediarouter.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.Whereabouts;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.Destination;
import org.mediarouter.message.TaskState;
import org.mediarouter.task.TaskResult.Handover;

/** Something that has changed and is to be told. */
public sealed interface Effect {
    /**
     * An agent's state in one MRD.
     *
     * @param heard where the agent hears, as far as the change says so
     */
    record AgentChanged(AgentState state, @Nullable Whereabouts heard) implements Effect {}

    /** An agent's state in an MRD is the same, but not his room for a task there: for the engine alone. */
    record AgentStirred(AgentState state) implements Effect {}

    /**
     * A task.
     *
     * @param audience the agents who were on it before or after the change
     * @param correlation that of the {@code Task} that created it
     * @param handover how a transfer of it ended, if this is what changed
     */
    record TaskChanged(
            TaskState state,
            List<String> audience,
            Destination creator,
            String correlation,
            @Nullable Handover handover)
            implements Effect {}
}

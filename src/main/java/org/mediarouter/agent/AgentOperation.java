package org.mediarouter.agent;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Destination;
import org.mediarouter.message.Mode;
import org.mediarouter.message.TaskStateName;

/** A change of an agent's record. What it comes to is for {@link AgentMachine} to say. */
public sealed interface AgentOperation {
    /** The same on account of a Chat Server's command: what changes, the Communication Server tells at once itself. */
    record ByCommand(AgentOperation operation) implements AgentOperation {}

    /** The agent has been authenticated; the destination moves, everything else stays. */
    record Connect(Destination destination, Mode mode) implements AgentOperation {}

    /** LOGIN, then NOT_READY. Refused unless connected. */
    record Login(String mrd, Terms terms, Duration connectedFor) implements AgentOperation {}

    /** The agent asks for READY, or for NOT_READY with a reason. */
    record AskReadiness(String mrd, boolean ready, @Nullable String reason) implements AgentOperation {}

    /**
     * Out of the MRD.
     *
     * @param force whatever the state; the tasks held are left for the caller to move, then to release
     */
    record Logout(String mrd, boolean force, @Nullable String reason) implements AgentOperation {}

    /** LOGOUT with force, if the agent has been UNKNOWN for as long as may be. */
    record EndUnsureness(String mrd) implements AgentOperation {}

    /**
     * Takes a unit of capacity, if state, capacity and work elsewhere allow; else refused with the agent's state.
     *
     * @param state RESERVED for an offer, else what the agent gets at once (transfer, conference)
     */
    record Hold(String mrd, String taskId, TaskStateName state, int offer) implements AgentOperation {}

    /** A task held goes into another state: accepted, paused, in wrap-up. Nothing if it isn't held. */
    record Pass(String mrd, String taskId, TaskStateName state) implements AgentOperation {}

    /** Gives capacity back. */
    record Release(String mrd, List<HeldFor> held) implements AgentOperation {}

    /** Ring on no answer: gives the offers back and sets the agent NOT_READY. */
    record Rona(String mrd, List<HeldFor> held) implements AgentOperation {}

    /**
     * What is held for a task, unless it is for a later offer than that: what a node had decided that is no more, another may
     * carry out after the task has been offered to the same agent again.
     *
     * @param offer the number of the last offer that is meant; 0 where there was none
     */
    record HeldFor(String taskId, int offer) {}

    /** After a Chat Server's restore: UNKNOWN in every MRD logged in to. */
    record Doubt() implements AgentOperation {}

    /**
     * The contact centre says how the agent stands in a medium that it routes. Nothing if he isn't connected, or if newer is
     * known.
     */
    record Follow(String mrd, Terms terms, OutsideState state) implements AgentOperation {}

    /** The configuration of an MRD changed. */
    record ChangeTerms(String mrd, Terms terms) implements AgentOperation {}
}

package org.mediarouter.agent;

import java.time.Duration;

/**
 * What an MRD's settings mean for one agent. They stand in the agent's record, so that a change of the record depends on
 * nothing outside it.
 *
 * @param capacity the most tasks the agent may hold: the MRD's {@code maxTasks}, or the agent's own
 * @param interruptible whether an accepted task in a non-interruptible MRD interrupts this one
 * @param requeueOnInterrupt whether the tasks in conversation go back to their queues then
 * @param concurrent whether tasks are offered to an agent who works in another non-interruptible MRD
 * @param unknownFor how long the agent may stay UNKNOWN
 */
public record Terms(
        int capacity, boolean interruptible, boolean requeueOnInterrupt, boolean concurrent, Duration unknownFor) {}

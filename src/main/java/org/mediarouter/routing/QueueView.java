package org.mediarouter.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.task.WaitForecast;

/**
 * A queue's figures.
 *
 * @param line ids of the tasks that wait, in the order in which they will be served
 * @param oldest when the one that has waited longest was first queued, in milliseconds since the epoch; null where none
 *     waits
 * @param agentsLoggedIn this and the next two: of the agents who match a step of the queue
 * @param agentsReady who could be offered a task now
 * @param agentsBusy who hold tasks and can't be offered another one
 * @param waits how long those who wait go on to wait, by place; null where nobody could say
 */
public record QueueView(
        String queue,
        List<String> line,
        @Nullable Long oldest,
        int agentsLoggedIn,
        int agentsReady,
        int agentsBusy,
        @Nullable WaitForecast waits) {}

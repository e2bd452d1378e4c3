package org.mediarouter.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an MRD says of one of its queues, at most a second old.
 *
 * @param line the tasks that wait, in the order in which they will be served
 * @param oldest when the one that has waited longest was first queued
 * @param agentsLoggedIn this and the next two: of the agents who match a step of the queue
 * @param waits how long those who wait go on to wait, by place; null where nobody could say
 */
public record QueueFigures(
        String queue,
        String mrd,
        List<String> line,
        @Nullable Instant oldest,
        int agentsLoggedIn,
        int agentsReady,
        int agentsBusy,
        @Nullable WaitForecast waits,
        Instant time) {

    /** A waiting task's place, from 1; one that came after these figures stands last. */
    public int positionOf(String taskId) {
        int index = line.indexOf(taskId);
        return index < 0 ? line.size() + 1 : index + 1;
    }

    /** Seconds that a waiting task at this place, from 1, goes on to wait; null where nobody could say. */
    public @Nullable Double waitAt(int place) {
        return waits == null ? null : waits.seconds(place);
    }

    /** Seconds that a task would wait that came now: nothing where nobody waits and somebody is free. */
    public @Nullable Double waitOfNext() {
        return line.isEmpty() && agentsReady > 0 ? Double.valueOf(0) : waitAt(line.size() + 1);
    }

    /** Where the figures are kept, shared by all nodes. */
    public interface Store {
        void publish(Collection<QueueFigures> figures);

        /** Null where nothing has been published yet. */
        @Nullable
        QueueFigures get(String queue);
    }
}

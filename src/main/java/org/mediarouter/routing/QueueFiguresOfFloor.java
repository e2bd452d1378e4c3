package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.task.WaitForecast;

/** Says how queues stand; nothing here is needed to decide. */
final class QueueFiguresOfFloor {

    private final Floor floor;
    private final Lanes lanes;

    QueueFiguresOfFloor(Floor floor, Lanes lanes) {
        this.floor = floor;
        this.lanes = lanes;
    }

    @Nullable
    QueueView queue(String queueId, long now) {
        QueueBoard queue = floor.queues.get(queueId);
        if (queue == null) {
            return null;
        }
        List<QueueView.Waiting> waiting = new ArrayList<>();
        queue.lanes
                .values()
                .forEach(lane -> lane.forEach(
                        task -> waiting.add(new QueueView.Waiting(task.id, task.rank(now), task.firstQueuedAt))));
        long oldest = queue.oldest();
        AgentCounts agents = agents(queue);
        return new QueueView(
                queueId,
                List.copyOf(waiting),
                oldest == Timed.NEVER ? null : oldest,
                agents.loggedIn(),
                agents.ready(),
                agents.busy(),
                waits(queue, agents, now));
    }

    /** Counted anew only where something of it has changed: a centre may have thousands of queues, and an agent be in many. */
    private AgentCounts agents(QueueBoard queue) {
        for (AgentPicture agent : floor.recounts) {
            agent.recount = false;
            agent.seats.forEach(seat -> seat.lane.queue.agentsChanged());
        }
        floor.recounts.clear();
        AgentCounts counted = queue.agents;
        if (counted == null) {
            Lane forAny = lanes.of(queue, Map.of());
            counted = AgentCounts.of(queue.lanes.values().stream()
                    .filter(lane -> lane == forAny || lane.waiting() > 0)
                    .toList());
            queue.agents = counted;
        }
        return counted;
    }

    private static @Nullable WaitForecast waits(QueueBoard queue, AgentCounts agents, long now) {
        return queue.waits.forecast(now, agents.servers(), queue.averageHandling());
    }
}

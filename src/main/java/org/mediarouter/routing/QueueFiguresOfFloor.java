package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.task.WaitForecast;

/** Says where tasks stand and how their queues are; nothing here is needed to decide. */
final class QueueFiguresOfFloor {

    private final Floor floor;
    private final Lanes lanes;

    QueueFiguresOfFloor(Floor floor, Lanes lanes) {
        this.floor = floor;
        this.lanes = lanes;
    }

    @Nullable
    Position position(String taskId, long now) {
        TaskPicture task = floor.tasks.get(taskId);
        if (task == null || task.lane == null || task.queue == null) {
            return null;
        }
        int[] before = {0};
        for (Lane lane : task.queue.lanes.values()) {
            lane.forEach(other -> before[0] += other != task && other.before(task, now) ? 1 : 0);
        }
        int place = before[0] + 1;
        WaitForecast waits = waits(task.queue, agents(task.queue), now);
        return new Position(place, waits == null ? null : waits.seconds(place));
    }

    @Nullable
    QueueView queue(String queueId, long now) {
        QueueBoard queue = floor.queues.get(queueId);
        if (queue == null) {
            return null;
        }
        List<TaskPicture> line = new ArrayList<>();
        queue.lanes.values().forEach(lane -> lane.forEach(line::add));
        line.sort((a, b) -> a == b ? 0 : a.before(b, now) ? -1 : 1);
        long oldest = queue.oldest();
        int[] agents = agents(queue);
        return new QueueView(
                queueId,
                line.stream().map(task -> task.id).toList(),
                oldest == Timed.NEVER ? null : oldest,
                agents[0],
                agents[1],
                agents[2],
                waits(queue, agents, now));
    }

    /** How many are logged in, ready, busy: of those who match a step for a task that waits, or for any task. */
    private int[] agents(QueueBoard queue) {
        Set<AgentPicture> matching = new HashSet<>();
        Lane forAny = lanes.of(queue, Map.of());
        for (Lane lane : queue.lanes.values()) {
            if (lane.waiting() > 0 || lane == forAny) {
                lane.seats().forEach(seat -> matching.add(seat.agent));
            }
        }
        int[] agents = new int[3];
        for (AgentPicture agent : matching) {
            agents[0] += agent.loggedIn ? 1 : 0;
            agents[1] += agent.free() ? 1 : 0;
            agents[2] += agent.busy() ? 1 : 0;
        }
        return agents;
    }

    private static @Nullable WaitForecast waits(QueueBoard queue, int[] agents, long now) {
        return queue.waits.forecast(now, agents[1] + agents[2], queue.averageHandling());
    }
}

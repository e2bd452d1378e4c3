package org.mediarouter.routing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * To whom a rejected task isn't offered again (states, "Rejection"): for a time not at all, and then only if no other
 * matching agent is logged in and wants tasks. Those who rejected it themselves don't count as such others: else two who
 * rejected it would wait for each other for ever.
 */
final class Rejections {

    private Rejections() {}

    static boolean refuse(TaskPicture task, AgentPicture agent, long time) {
        Long until = task.rejections.get(agent.id);
        if (until == null) {
            return false;
        }
        return time < until || othersWant(task);
    }

    private static boolean othersWant(TaskPicture task) {
        Lane lane = task.lane;
        if (lane == null || task.queue == null) {
            return false;
        }
        int wanting = lane.wanting(task.step);
        if (wanting == 0) {
            return false;
        }
        return wanting > wantingRejecters(task, lane);
    }

    private static int wantingRejecters(TaskPicture task, Lane lane) {
        int count = 0;
        for (Map.Entry<String, Long> rejection : task.rejections.entrySet()) {
            @Nullable Seat seat = lane.seatOf(rejection.getKey());
            if (seat != null && seat.step <= task.step && seat.agent.wanting()) {
                count++;
            }
        }
        return count;
    }
}

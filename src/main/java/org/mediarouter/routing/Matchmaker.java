package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Selection;

/**
 * Brings waiting tasks and free agents together (R1, R3, R4, R7). Between two events no waiting task has a free agent
 * who may take it; so only tasks and agents for whom something has changed have to be looked at.
 */
final class Matchmaker {

    /** With more fresh agents than that, going once through all tasks is quicker. */
    private static final int MANY = 32;

    private final Floor floor;
    private final WaitingLine line;
    private final Roster roster;
    private final Foremost foremost = new Foremost();
    private @Nullable OfferObserver observer;

    Matchmaker(Floor floor, WaitingLine line, Roster roster) {
        this.floor = floor;
        this.line = line;
        this.roster = roster;
    }

    void observe(@Nullable OfferObserver by) {
        this.observer = by;
    }

    /**
     * @param time for what may be offered to whom, and in which order
     * @param now when the offers are made
     */
    void match(long time, long now) {
        if (!floor.allFresh && floor.freshTasks.isEmpty()) {
            if (floor.freshAgents.isEmpty()) {
                return;
            }
            if (floor.freshAgents.size() == 1) {
                serve(floor.freshAgents.get(0), time, now);
                roster.joinFresh();
                floor.freshAgents.clear();
                return;
            }
        }
        roster.joinFresh();
        if (!floor.allFresh && floor.freshAgents.isEmpty() && floor.freshTasks.size() == 1) {
            place(floor.freshTasks.get(0), time, now);
        } else if (floor.allFresh || floor.freshAgents.size() > MANY || floor.freshTasks.size() > MANY) {
            matchAll(time, now);
        } else {
            matchFresh(time, now);
        }
        floor.freshAgents.clear();
        floor.freshTasks.clear();
        floor.allFresh = false;
    }

    /** Only this agent has become free, and so no other agent could take what he may take. */
    private void serve(AgentPicture agent, long time, long now) {
        for (TaskPicture task = taskFor(agent, time); task != null; task = taskFor(agent, time)) {
            offer(task, seatFor(task, agent), time, now);
        }
    }

    /** His steps have just been looked at: going through them is quicker than asking the lane. */
    private static Seat seatFor(TaskPicture task, AgentPicture agent) {
        LaneStep[] steps = agent.steps();
        for (int i = 0; i < steps.length; i++) {
            if (steps[i].lane == task.lane) {
                return agent.seats.get(i);
            }
        }
        throw new IllegalStateException("agent " + agent.id + " has no seat for task " + task.id);
    }

    private void matchAll(long time, long now) {
        // Where nobody has become free, only what is new to its place can find anybody.
        boolean everybody = floor.allFresh || !floor.freshAgents.isEmpty();
        List<TaskPicture> waiting = new ArrayList<>(everybody ? line.everybody() : floor.freshTasks);
        waiting.sort((a, b) -> a == b ? 0 : a.before(b, time) ? -1 : 1);
        for (TaskPicture task : waiting) {
            place(task, time, now);
        }
    }

    private void place(TaskPicture task, long time, long now) {
        Seat seat = seatFor(task, time);
        if (seat != null) {
            offer(task, seat, time, now);
        }
    }

    private void matchFresh(long time, long now) {
        while (!floor.freshAgents.isEmpty() || !floor.freshTasks.isEmpty()) {
            TaskPicture first = null;
            for (int i = floor.freshAgents.size() - 1; i >= 0; i--) {
                AgentPicture agent = floor.freshAgents.get(i);
                TaskPicture task = taskFor(agent, time);
                if (task == null) {
                    floor.freshAgents.remove(i);
                } else if (first == null || task.before(first, time)) {
                    first = task;
                }
            }
            for (int i = floor.freshTasks.size() - 1; i >= 0; i--) {
                TaskPicture task = floor.freshTasks.get(i);
                if (seatFor(task, time) == null) {
                    floor.freshTasks.remove(i);
                } else if (first == null || (first != task && task.before(first, time))) {
                    first = task;
                }
            }
            Seat seat = first == null ? null : seatFor(first, time);
            if (first == null || seat == null) {
                return;
            }
            offer(first, seat, time, now);
        }
    }

    /** The first task that a free agent may take. */
    private @Nullable TaskPicture taskFor(AgentPicture agent, long time) {
        if (!agent.free()) {
            return null;
        }
        foremost.clear(time);
        for (LaneStep step : agent.steps()) {
            step.showFirst(agent, foremost);
        }
        for (TaskPicture task : agent.preferring()) {
            if (task.held) {
                foremost.show(task);
            }
        }
        return foremost.task;
    }

    /** The agent to whom a task would go now; null where nobody is free for it. */
    private @Nullable Seat seatFor(TaskPicture task, long time) {
        Lane lane = task.lane;
        if (lane == null) {
            return null;
        }
        if (task.held) {
            Seat seat = task.preferredId == null ? null : lane.seatOf(task.preferredId);
            return seat != null && seat.agent.free() ? seat : null;
        }
        Predicate<AgentPicture> refused =
                task.rejections.isEmpty() ? null : agent -> Rejections.refuse(task, agent, time);
        Selection selection = lane.queue.definition.selection();
        return switch (selection) {
            case ROUND_ROBIN -> nextRound(task, lane, refused);
            case RANDOM -> drawn(task, lane, refused);
            case LONGEST_AVAILABLE, LEAST_ACTIVE, MOST_SKILLED, LEAST_SKILLED, FASTEST_FIRST ->
                best(task, lane, SeatOrder.of(selection), refused);
        };
    }

    private static @Nullable Seat best(
            TaskPicture task, Lane lane, SeatOrder order, @Nullable Predicate<AgentPicture> refused) {
        Seat best = null;
        for (int step = 0; step <= task.step; step++) {
            Seat seat = lane.free(step).first(refused);
            if (seat != null && (best == null || order.before(seat, best))) {
                best = seat;
            }
        }
        return best;
    }

    private static @Nullable Seat nextRound(TaskPicture task, Lane lane, @Nullable Predicate<AgentPicture> refused) {
        SeatOrder order = SeatOrder.of(Selection.ROUND_ROBIN);
        String last = lane.queue.lastOffered;
        Seat next = null;
        if (last != null) {
            for (int step = 0; step <= task.step; step++) {
                Seat seat = ((AgentsById) lane.free(step)).firstAfter(last, refused);
                if (seat != null && (next == null || order.before(seat, next))) {
                    next = seat;
                }
            }
        }
        return next == null ? best(task, lane, order, refused) : next;
    }

    /** By step, then by id, the one whose turn the draw says. */
    private @Nullable Seat drawn(TaskPicture task, Lane lane, @Nullable Predicate<AgentPicture> refused) {
        if (refused != null) {
            List<Seat> seats = new ArrayList<>();
            for (int step = 0; step <= task.step; step++) {
                AgentsById free = (AgentsById) lane.free(step);
                for (int i = 0; i < free.size(); i++) {
                    if (!refused.test(free.get(i).agent)) {
                        seats.add(free.get(i));
                    }
                }
            }
            return seats.isEmpty() ? null : seats.get(draw(task, seats.size()));
        }
        int among = 0;
        for (int step = 0; step <= task.step; step++) {
            among += lane.free(step).size();
        }
        int index = among == 0 ? -1 : draw(task, among);
        for (int step = 0; index >= 0; step++) {
            AgentsById free = (AgentsById) lane.free(step);
            if (index < free.size()) {
                return free.get(index);
            }
            index -= free.size();
        }
        return null;
    }

    private int draw(TaskPicture task, int among) {
        return Draw.of(floor.configuration.seed(), task.id, task.offers + 1, among);
    }

    private void offer(TaskPicture task, Seat seat, long time, long now) {
        if (observer != null) {
            observer.beforeOffer(task.id, seat.agent.id, time);
        }
        QueueBoard queue = seat.lane.queue;
        line.leave(task);
        QueueWaits.served(task, now);
        task.state = TaskPicture.State.OFFERED;
        task.agentId = seat.agent.id;
        task.offers++;
        long acceptBefore = now + floor.acceptWithin;
        floor.deadlines.set(task, acceptBefore);
        queue.lastOffered = seat.agent.id;
        roster.offered(seat.agent, now, time);
        floor.decisions.add(
                new Decision.Offer(task.id, seat.agent.id, queue.id(), seat.step, task.offers, acceptBefore));
    }
}

package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.Explanation.Candidate;
import org.mediarouter.routing.Explanation.Verdict;
import org.mediarouter.routing.model.Selection;

/** Explains when asked; deciding costs nothing more for it. */
final class Explainer {

    private final Floor floor;

    Explainer(Floor floor) {
        this.floor = floor;
    }

    @Nullable
    Explanation explain(String taskId, long now) {
        TaskPicture task = floor.tasks.get(taskId);
        if (task == null || task.lane == null) {
            return null;
        }
        Lane lane = task.lane;
        List<Seat> qualified = new ArrayList<>();
        List<Candidate> others = new ArrayList<>();
        for (AgentPicture agent : floor.agents.values()) {
            Seat seat = lane.seatOf(agent.id);
            Verdict verdict = verdict(task, agent, seat, now);
            if (verdict == Verdict.QUALIFIES && seat != null) {
                qualified.add(seat);
            } else if (agent.profile != null) {
                others.add(new Candidate(agent.id, verdict, seat == null ? -1 : seat.step));
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Seat seat : inOrder(qualified, task, lane)) {
            candidates.add(new Candidate(seat.agent.id, Verdict.QUALIFIES, seat.step));
        }
        candidates.addAll(others);
        return new Explanation(task.id, task.queueId, task.step, task.stepSince, candidates);
    }

    private static Verdict verdict(TaskPicture task, AgentPicture agent, @Nullable Seat seat, long now) {
        if (seat == null) {
            return Verdict.NO_STEP_MATCHED;
        }
        if (!agent.loggedIn) {
            return Verdict.NOT_LOGGED_IN;
        }
        if (seat.step > task.step) {
            return Verdict.STEP_NOT_REACHED;
        }
        if (task.held && !agent.id.equals(task.preferredId)) {
            return Verdict.ANOTHER_IS_PREFERRED;
        }
        if (agent.held >= agent.capacity) {
            return Verdict.CAPACITY_FULL;
        }
        if (!agent.mayTake) {
            return Verdict.MAY_NOT_TAKE;
        }
        return Rejections.refuse(task, agent, now) ? Verdict.REJECTED_IT : Verdict.QUALIFIES;
    }

    private List<Seat> inOrder(List<Seat> qualified, TaskPicture task, Lane lane) {
        Selection selection = lane.queue.definition.selection();
        SeatOrder order = SeatOrder.of(selection);
        qualified.sort((a, b) -> a == b ? 0 : order.before(a, b) ? -1 : 1);
        if (selection == Selection.ROUND_ROBIN && lane.queue.lastOffered != null) {
            String last = lane.queue.lastOffered;
            qualified.sort((a, b) -> Boolean.compare(a.agent.id.compareTo(last) <= 0, b.agent.id.compareTo(last) <= 0));
        }
        if (selection == Selection.RANDOM && !qualified.isEmpty()) {
            qualified.sort((a, b) -> Integer.compare(a.step, b.step));
            int drawn = Draw.of(floor.configuration.seed(), task.id, task.offers + 1, qualified.size());
            qualified.add(0, qualified.remove(drawn));
        }
        return qualified;
    }
}

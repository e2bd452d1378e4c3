package org.mediarouter.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.Explanation.Candidate;
import org.mediarouter.routing.Explanation.Preference;
import org.mediarouter.routing.Explanation.Preferred;
import org.mediarouter.routing.Explanation.Verdict;
import org.mediarouter.routing.model.Selection;

/** Explains when asked; deciding costs nothing more for it. */
final class Explainer {

    /** At an offer no more agents are looked at than that, so that its cost has an end. */
    static final int MOST_AT_AN_OFFER = 2_000;

    /** Of those so many are listed, the others counted. */
    static final int LISTED_AT_AN_OFFER = 100;

    private final Floor floor;

    Explainer(Floor floor) {
        this.floor = floor;
    }

    /** Every agent of the MRD. */
    @Nullable
    Explanation explain(String taskId, long now) {
        @Nullable TaskPicture task = floor.tasks.get(taskId);
        @Nullable Lane lane = task == null ? null : task.lane;
        if (task == null || lane == null) {
            return null;
        }
        Looked looked = new Looked(task, lane, now);
        for (AgentPicture agent : floor.agents.values()) {
            if (agent.profile != null) {
                looked.at(agent, lane.seatOf(agent.id));
            }
        }
        return looked.explanation(Integer.MAX_VALUE, 0);
    }

    /** Those who match a step; the one who is about to be offered the task is among them. */
    @Nullable
    Explanation explainOffer(String taskId, String agentId, long now) {
        @Nullable TaskPicture task = floor.tasks.get(taskId);
        @Nullable Lane lane = task == null ? null : task.lane;
        @Nullable Seat chosen = lane == null ? null : lane.seatOf(agentId);
        if (task == null || lane == null || chosen == null) {
            return null;
        }
        Looked looked = new Looked(task, lane, now);
        looked.at(chosen.agent, chosen);
        int seen = 1;
        for (Seat seat : lane.seats()) {
            if (seen == MOST_AT_AN_OFFER) {
                break;
            }
            if (seat != chosen) {
                looked.at(seat.agent, seat);
                seen++;
            }
        }
        int others = floor.agents.size() - lane.seats().size();
        if (others > 0) {
            looked.counts.put(Verdict.NO_STEP_MATCHED, others);
        }
        return looked.explanation(LISTED_AT_AN_OFFER, lane.seats().size() - seen);
    }

    /** Who was looked at for a task. */
    private final class Looked {
        private final TaskPicture task;
        private final Lane lane;
        private final long now;
        private final List<Seat> qualified = new ArrayList<>();
        private final List<Candidate> others = new ArrayList<>();
        final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

        Looked(TaskPicture task, Lane lane, long now) {
            this.task = task;
            this.lane = lane;
            this.now = now;
        }

        void at(AgentPicture agent, @Nullable Seat seat) {
            Verdict verdict = verdict(task, agent, seat, now);
            counts.merge(verdict, 1, Integer::sum);
            if (verdict == Verdict.QUALIFIES && seat != null) {
                qualified.add(seat);
            } else {
                others.add(candidate(agent, verdict, seat));
            }
        }

        Explanation explanation(int most, int notLookedAt) {
            List<Candidate> candidates = new ArrayList<>();
            for (Seat seat : inOrder(qualified, task, lane)) {
                if (candidates.size() < most) {
                    candidates.add(candidate(seat.agent, Verdict.QUALIFIES, seat));
                }
            }
            others.sort(Comparator.comparing(Candidate::agentId));
            candidates.addAll(others.subList(0, Math.min(others.size(), most - candidates.size())));
            long ends = task.stepEnds();
            return new Explanation(
                    task.id,
                    task.queueId,
                    now,
                    lane.queue.definition.selection(),
                    task.step,
                    lane.queue.steps.size(),
                    lane.queue.definition.steps().get(task.step).when(),
                    task.stepSince,
                    ends == Timed.NEVER ? null : ends,
                    preference(task, lane, now),
                    counts,
                    candidates,
                    notLookedAt);
        }

        private Candidate candidate(AgentPicture agent, Verdict verdict, @Nullable Seat seat) {
            return new Candidate(
                    agent.id,
                    verdict,
                    seat == null ? -1 : seat.step,
                    agent.held,
                    agent.capacity,
                    agent.availableSince,
                    seat == null ? 0 : seat.skill,
                    seat == null ? 0 : seat.handling,
                    task.rejections.get(agent.id));
        }
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
        if (!agent.mayTake && agent.hindrance != null) {
            return agent.hindrance;
        }
        if (agent.held >= agent.capacity) {
            return Verdict.CAPACITY_FULL;
        }
        if (!agent.mayTake) {
            return Verdict.MAY_NOT_TAKE;
        }
        return Rejections.refuse(task, agent, now) ? Verdict.REJECTED_IT : Verdict.QUALIFIES;
    }

    private @Nullable Preference preference(TaskPicture task, Lane lane, long now) {
        if (task.preferredId == null) {
            return null;
        }
        long until = task.enteredAt + lane.queue.preferredFor;
        @Nullable AgentPicture agent = floor.knownAgent(task.preferredId);
        @Nullable Seat seat = lane.seatOf(task.preferredId);
        Preferred state = Preferred.WAITED_FOR;
        if (task.rejections.containsKey(task.preferredId)) {
            state = Preferred.REJECTED_IT;
        } else if (now >= until) {
            state = Preferred.TIME_OVER;
        } else if (agent == null || !agent.loggedIn) {
            state = Preferred.AWAY;
        } else if (seat == null || seat.step > task.step) {
            state = Preferred.NO_STEP_MATCHED;
        }
        return new Preference(task.preferredId, state, until);
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

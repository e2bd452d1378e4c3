package org.mediarouter.routing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Selection;

/**
 * Why a waiting task goes to whom (R9). Times are milliseconds since the epoch.
 *
 * @param time when this was so
 * @param selection the order in which those who qualify are chosen
 * @param step the step reached, from 0
 * @param steps how many steps the queue has
 * @param when the expression of the step reached
 * @param stepSince when it was reached
 * @param stepEnds when the next one, or the overflow, takes over; null where none does
 * @param preference how it stands with the agent whom the task prefers; null where it prefers nobody
 * @param counts how many agents of the MRD got each verdict, listed or not
 * @param candidates first those who qualify, in the order in which they would be chosen, then the others by id
 * @param notLookedAt agents who match a step of the queue, and whom nobody looked at, as they were too many; 0 in a
 *     complete explanation
 */
public record Explanation(
        String taskId,
        String queue,
        long time,
        Selection selection,
        int step,
        int steps,
        String when,
        long stepSince,
        @Nullable Long stepEnds,
        @Nullable Preference preference,
        Map<Verdict, Integer> counts,
        List<Candidate> candidates,
        int notLookedAt) {

    /**
     * An agent who was looked at, with the figures that decide.
     *
     * @param step the first step that he matches, from 0; -1: none
     * @param held how many tasks he has, offers and wrap-ups included
     * @param capacity how many he can have
     * @param availableSince the latest of: became READY, was last offered a task, last ended one
     * @param skill the sum of the proficiencies that his step names
     * @param handling his average handling time in this queue in milliseconds; 0: none yet
     * @param notBefore of one who rejected the task: until when he certainly isn't offered it again
     */
    public record Candidate(
            String agentId,
            Verdict verdict,
            int step,
            int held,
            int capacity,
            long availableSince,
            int skill,
            long handling,
            @Nullable Long notBefore) {}

    /**
     * The agent whom a task prefers.
     *
     * @param until when the task stops preferring anybody
     */
    public record Preference(String agentId, Preferred state, long until) {}

    /** How it stands with the preferred agent. */
    public enum Preferred {
        /** He is logged in: the task waits for him alone. */
        WAITED_FOR,
        /** He isn't logged in, or not of this MRD: anybody may take the task. */
        AWAY,
        /** He matches no step reached. */
        NO_STEP_MATCHED,
        REJECTED_IT,
        /** The queue's {@code preferredFor} is over. */
        TIME_OVER
    }

    /** What speaks for an agent, or first against him. */
    public enum Verdict {
        QUALIFIES,
        NOT_LOGGED_IN,
        /** He matches no step of the queue. */
        NO_STEP_MATCHED,
        /** He matches a later step than the one reached. */
        STEP_NOT_REACHED,
        /** He asked for NOT_READY, or let an offer ring. */
        NOT_READY,
        /** A task in another MRD came first. */
        INTERRUPTED,
        /** After a restore, nobody is sure that he is there. */
        UNSURE,
        /** Only wrap-up is left of his work: he is not offered more before it is done. */
        WRAPPING_UP,
        /** At work in a non-interruptible MRD that leaves no room for this one. */
        BUSY_ELSEWHERE,
        /** A deadline of his has just passed; what it came to is not known yet. */
        MAY_NOT_TAKE,
        CAPACITY_FULL,
        REJECTED_IT,
        /** The task still waits for the agent whom it prefers. */
        ANOTHER_IS_PREFERRED
    }
}

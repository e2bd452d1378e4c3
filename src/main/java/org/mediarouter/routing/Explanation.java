package org.mediarouter.routing;

import java.util.List;

/**
 * Why a waiting task goes to whom (R9).
 *
 * @param step the step reached, from 0
 * @param stepSince when it was reached, in milliseconds since the epoch
 * @param candidates every agent of the MRD: first those who qualify, in the order in which they would be chosen, then
 *     the others by id
 */
public record Explanation(String taskId, String queue, int step, long stepSince, List<Candidate> candidates) {

    /**
     * An agent who was looked at.
     *
     * @param step the first step that he matches, from 0; -1: none
     */
    public record Candidate(String agentId, Verdict verdict, int step) {}

    /** What speaks for an agent, or first against him. */
    public enum Verdict {
        QUALIFIES,
        NOT_LOGGED_IN,
        /** He matches no step of the queue. */
        NO_STEP_MATCHED,
        /** He matches a later step than the one reached. */
        STEP_NOT_REACHED,
        /** NOT_READY, interrupted, unsure, in wrap-up, or at work in an MRD that leaves no room for this one. */
        MAY_NOT_TAKE,
        CAPACITY_FULL,
        REJECTED_IT,
        /** The task still waits for the agent whom it prefers. */
        ANOTHER_IS_PREFERRED
    }
}

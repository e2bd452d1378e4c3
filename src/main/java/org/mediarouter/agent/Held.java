package org.mediarouter.agent;

import org.mediarouter.message.TaskStateName;

/**
 * One unit of an agent's capacity, taken by a task: an offer, an accepted task, or a conference.
 *
 * @param state the task's state as far as this agent is concerned; RESERVED is an offer not yet accepted
 * @param offer the number of the offer, counted from 1; 0 where there was none
 */
public record Held(TaskStateName state, int offer) {
    public boolean accepted() {
        return state != TaskStateName.RESERVED;
    }
}

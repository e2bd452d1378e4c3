package org.mediarouter.routing;

/** An agent's place in a lane: he matches a step of it. */
final class Seat {

    final Lane lane;
    /** Of the lane, the first step that he matches. */
    final LaneStep at;

    final AgentPicture agent;
    /** The number of that step. */
    final int step;
    /** All steps that he matches, as bits. */
    final int steps;
    /** Sum of the proficiencies that his step names. */
    final int skill;
    /** His average handling time in the queue, in milliseconds; 0: none yet. */
    long handling;
    /** Where he is among the free; -1: nowhere. */
    int slot = -1;

    Seat(Lane lane, AgentPicture agent, int step, int steps, int skill) {
        this.lane = lane;
        this.at = lane.step(step);
        this.agent = agent;
        this.step = step;
        this.steps = steps;
        this.skill = skill;
    }
}

package org.mediarouter.routing;

import org.mediarouter.routing.model.Selection;

/** Which of two agents a queue's selection prefers (R7). */
interface SeatOrder {

    boolean before(Seat a, Seat b);

    static SeatOrder of(Selection selection) {
        return switch (selection) {
            case LONGEST_AVAILABLE -> (a, b) -> a.agent.longerAvailableThan(b.agent);
            case LEAST_ACTIVE -> SeatOrder::lessActive;
            case MOST_SKILLED ->
                (a, b) -> a.skill != b.skill ? a.skill > b.skill : a.agent.longerAvailableThan(b.agent);
            case LEAST_SKILLED ->
                (a, b) -> a.skill != b.skill ? a.skill < b.skill : a.agent.longerAvailableThan(b.agent);
            case FASTEST_FIRST ->
                (a, b) -> a.handling != b.handling ? a.handling < b.handling : a.agent.longerAvailableThan(b.agent);
            case ROUND_ROBIN, RANDOM -> (a, b) -> a.agent.id.compareTo(b.agent.id) < 0;
        };
    }

    /** Tasks relative to capacity, compared without rounding. */
    private static boolean lessActive(Seat a, Seat b) {
        long left = (long) a.agent.held * b.agent.capacity;
        long right = (long) b.agent.held * a.agent.capacity;
        return left != right ? left < right : a.agent.longerAvailableThan(b.agent);
    }
}

package org.mediarouter.routing;

import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;
import org.mediarouter.routing.model.Selection;

/** Which of two agents a queue's selection prefers (R7): the one of lower rank; of the same rank, {@code ties} decides. */
final class SeatOrder {

    private static final SeatOrder LONGEST_AVAILABLE = new SeatOrder(seat -> seat.agent.availableSince);
    private static final SeatOrder LEAST_ACTIVE = new SeatOrder(SeatOrder::activity, SeatOrder::lessActive);
    private static final SeatOrder MOST_SKILLED = new SeatOrder(seat -> -seat.skill);
    private static final SeatOrder LEAST_SKILLED = new SeatOrder(seat -> seat.skill);
    private static final SeatOrder FASTEST_FIRST = new SeatOrder(seat -> seat.handling);
    private static final SeatOrder BY_ID = new SeatOrder(seat -> 0, (a, b) -> a.agent.id.compareTo(b.agent.id) < 0);

    private final ToLongFunction<Seat> rank;
    private final BiPredicate<Seat, Seat> ties;

    private SeatOrder(ToLongFunction<Seat> rank) {
        this(rank, (a, b) -> a.agent.longerAvailableThan(b.agent));
    }

    private SeatOrder(ToLongFunction<Seat> rank, BiPredicate<Seat, Seat> ties) {
        this.rank = rank;
        this.ties = ties;
    }

    static SeatOrder of(Selection selection) {
        return switch (selection) {
            case LONGEST_AVAILABLE -> LONGEST_AVAILABLE;
            case LEAST_ACTIVE -> LEAST_ACTIVE;
            case MOST_SKILLED -> MOST_SKILLED;
            case LEAST_SKILLED -> LEAST_SKILLED;
            case FASTEST_FIRST -> FASTEST_FIRST;
            case ROUND_ROBIN, RANDOM -> BY_ID;
        };
    }

    long rank(Seat seat) {
        return rank.applyAsLong(seat);
    }

    boolean before(Seat a, Seat b) {
        long rankOfA = rank(a);
        long rankOfB = rank(b);
        return rankOfA != rankOfB ? rankOfA < rankOfB : ties.test(a, b);
    }

    /** Tasks relative to capacity, rounded so that of two agents the less active one never ranks behind. */
    private static long activity(Seat seat) {
        return (long) ((double) seat.agent.held / seat.agent.capacity * Integer.MAX_VALUE);
    }

    /** The same compared without rounding. */
    private static boolean lessActive(Seat a, Seat b) {
        long left = (long) a.agent.held * b.agent.capacity;
        long right = (long) b.agent.held * a.agent.capacity;
        return left != right ? left < right : a.agent.longerAvailableThan(b.agent);
    }
}

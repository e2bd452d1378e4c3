package org.mediarouter.route;

/** The message has been tried often enough: it is answered and goes to {@code DLQ}. */
public final class Exhausted extends Interruption {
    private static final long serialVersionUID = 1L;

    Exhausted(int attempts) {
        super("It could not be handled in " + attempts + " attempts.");
    }
}

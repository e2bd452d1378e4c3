package org.mediarouter.finesse;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** When a session is to do what next. Shared clocks drive it: a session has no thread and no timer of its own. */
final class Rhythm {
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(8);

    /** After a conflict: whoever has the agent now has noted so by then. */
    private static final Duration AFTER_CONFLICT = Duration.ofSeconds(3);

    private final Duration ping;
    private final Duration poll;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant nextPing;
    private volatile Instant nextPoll;
    private volatile Instant nextTry;
    private volatile int failures;
    private volatile boolean suspect;

    /**
     * From now on.
     *
     * @param share of a period, 0 to 1, by which this session is before the others, so that not all do the same at once
     */
    Rhythm(Duration ping, Duration poll, double share, Instant now) {
        this.ping = ping;
        this.poll = poll;
        nextPing = now.plus(part(ping, share));
        nextPoll = now.plus(part(poll, share));
        nextTry = now;
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofNanos((long) (whole.toNanos() * share));
    }

    /** Whether it is time for a ping; then the next one is a period away. */
    boolean pingDue(Instant now) {
        if (now.isBefore(nextPing)) {
            return false;
        }
        nextPing = now.plus(ping);
        return true;
    }

    boolean pollDue(Instant now) {
        return !now.isBefore(nextPoll);
    }

    void polled(Instant now) {
        nextPoll = now.plus(poll);
    }

    boolean tryDue(Instant now) {
        return !now.isBefore(nextTry);
    }

    /** The session has ended: again soon, and later with each failure. */
    void lost(Instant now, boolean conflict) {
        nextTry = now.plus(conflict ? AFTER_CONFLICT : Duration.ZERO);
    }

    void failed(Instant now) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures++, 4));
        nextTry = now.plus(wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait);
    }

    void opened() {
        failures = 0;
    }

    /** Finesse itself has gone: its side is to be asked. */
    void suspect() {
        suspect = true;
    }

    boolean takeSuspicion() {
        boolean was = suspect;
        suspect = false;
        return was;
    }

    /** One at a time works for a session; false where somebody does. */
    boolean begin() {
        return busy.compareAndSet(false, true);
    }

    void end() {
        busy.set(false);
    }
}

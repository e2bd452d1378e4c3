package org.mediarouter.route;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mediarouter.message.Unavailable;

/**
 * Does again, with growing pauses, what failed because something of ours is away: the message stays in hand and in its
 * place. After a while it is let go, so that another node, which may reach what this one doesn't, can take it.
 */
public final class Patience {
    private final Outages outages;
    private final Duration first;
    private final Duration longest;
    private final Duration end;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * With these pauses.
     *
     * @param first the first pause; each is twice the one before
     * @param longest no pause is longer
     * @param end after this time in all it gives up
     */
    public Patience(Outages outages, Duration first, Duration longest, Duration end) {
        this.outages = outages;
        this.first = first;
        this.longest = longest;
        this.end = end;
    }

    /** 100 ms to 5 s, for 30 s. */
    public static Patience ordinary(Outages outages) {
        return new Patience(outages, Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    /**
     * The work's result.
     *
     * @param work may be done again; it throws {@link Unavailable} where something is away
     * @throws Unavailable it was away all the time, or the node stops
     */
    <T> T persist(Supplier<T> work) {
        long began = 0;
        Duration pause = first;
        while (true) {
            try {
                T result = work.get();
                outages.over();
                return result;
            } catch (Unavailable e) {
                outages.away(String.valueOf(e.getMessage()));
                began = began == 0 ? System.nanoTime() : began;
                if (e.isHere() || System.nanoTime() - began >= end.toNanos() || stoppedWithin(pause)) {
                    throw e;
                }
                pause = pause.multipliedBy(2).compareTo(longest) < 0 ? pause.multipliedBy(2) : longest;
            }
        }
    }

    /** The node stops: nothing is tried again. */
    public void stop() {
        stopped.countDown();
    }

    /** Waits. Returns whether the node stops. */
    boolean stoppedWithin(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

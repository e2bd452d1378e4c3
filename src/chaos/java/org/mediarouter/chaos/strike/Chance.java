package org.mediarouter.chaos.strike;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Site;

/** What strikes leave to chance. */
final class Chance {
    private Chance() {}

    static <T> T oneOf(List<T> things, RandomGenerator random) {
        return things.get(random.nextInt(things.size()));
    }

    static Member member(Site site, RandomGenerator random) {
        return oneOf(site.members(), random);
    }

    /** Waits a time between the two, in milliseconds, and returns it. */
    static Duration pause(long shortest, long longest, RandomGenerator random) throws InterruptedException {
        Duration pause = Duration.ofMillis(random.nextLong(shortest, longest + 1));
        Thread.sleep(pause.toMillis());
        return pause;
    }
}

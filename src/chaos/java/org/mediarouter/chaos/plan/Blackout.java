package org.mediarouter.chaos.plan;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Site;

/** The power fails, again and again: all processes die at once and are started together. How long until they are ready? */
public record Blackout(int times) implements Plan {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Override
    public void play(Run run) throws InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            // At any moment of what goes on.
            Thread.sleep(run.random().nextLong(2000, 5000));
            run.strike("kill-everything", (site, random) -> once(site, random, seconds));
        }
        Seconds.of(seconds).into(run, "seconds from start to ready");
    }

    private static String once(Site site, RandomGenerator random, List<Double> seconds)
            throws IOException, InterruptedException {
        site.killEverything();
        Instant started = Instant.now();
        site.start();
        if (site.awaitWhole(LIMIT).isEmpty()) {
            seconds.add(Duration.between(started, Instant.now()).toMillis() / 1e3);
        }
        return "all processes";
    }
}

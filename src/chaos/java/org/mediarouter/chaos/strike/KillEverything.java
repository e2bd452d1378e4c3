package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Site;

/** The power fails: all processes die at once, and are started together. */
final class KillEverything implements Strike {
    @Override
    public String at(Site site, RandomGenerator random) throws IOException, InterruptedException {
        site.killEverything();
        Duration down = Chance.pause(0, 2000, random);
        site.start();
        return "started again after " + down.toMillis() + " ms";
    }
}

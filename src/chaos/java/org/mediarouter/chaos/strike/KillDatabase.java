package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Site;

/** The database dies and is started again on its log. */
final class KillDatabase implements Strike {
    @Override
    public String at(Site site, RandomGenerator random) throws IOException, InterruptedException {
        site.database().kill();
        Duration down = Chance.pause(0, 8000, random);
        site.database().start();
        return "started again after " + down.toMillis() + " ms";
    }
}

package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Broker;
import org.mediarouter.chaos.site.Site;

/** The broker dies (kill -9) and is started again on its journal; of a pair the one that serves. */
final class KillBroker implements Strike {
    @Override
    public String at(Site site, RandomGenerator random) throws IOException, InterruptedException {
        Broker broker = Objects.requireNonNull(site.broker(), "the broker is in the node");
        String killed = broker.kill();
        Duration down = Chance.pause(0, 5000, random);
        broker.start();
        return killed + ", started again after " + down.toMillis() + " ms";
    }
}

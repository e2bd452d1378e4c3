package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Site;

/** One kind of outage. */
public interface Strike {
    /**
     * Breaks something and, after a time by chance, repairs or restarts it; whether the system then works again is not waited
     * for.
     *
     * @param random decides what is hit and for how long
     * @return what was hit and for how long, for people
     * @throws IOException it could not be done
     */
    String at(Site site, RandomGenerator random) throws IOException, InterruptedException;
}

package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Owners;
import org.mediarouter.chaos.site.Site;

/** The node that has an MRD dies (kill -9) and is started again when another has taken over. */
final class KillOwner implements Strike {
    /** Just after an outage the broker has given no MRD's messages to anybody yet. */
    private static final Duration FIRST = Duration.ofSeconds(15);

    @Override
    public String at(Site site, RandomGenerator random) throws IOException, InterruptedException {
        Map<String, Member> owners = new Owners(site).await(FIRST);
        String mrd = Chance.oneOf(List.copyOf(owners.keySet()), random);
        Member owner = Objects.requireNonNull(owners.get(mrd));
        owner.process().kill();
        Duration down = Chance.pause(0, 5000, random);
        owner.process().start();
        return owner + " of " + mrd + ", started again after " + down.toMillis() + " ms";
    }
}

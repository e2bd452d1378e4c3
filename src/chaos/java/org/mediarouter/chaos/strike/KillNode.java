package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Site;

/** A node dies (kill -9) and is started again. */
final class KillNode implements Strike {
    @Override
    public String at(Site site, RandomGenerator random) throws IOException, InterruptedException {
        Member member = Chance.member(site, random);
        member.process().kill();
        Duration down = Chance.pause(0, 5000, random);
        member.process().start();
        return member + ", started again after " + down.toMillis() + " ms";
    }
}

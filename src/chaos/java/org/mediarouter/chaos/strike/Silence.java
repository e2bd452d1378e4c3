package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Site;
import org.mediarouter.chaos.site.Wire;

/** The wire between a node and the broker carries nothing for a while, which nobody is told. */
final class Silence implements Strike {
    @Override
    public String at(Site site, RandomGenerator random) throws IOException, InterruptedException {
        Member member = Chance.member(site, random);
        Wire wire = Objects.requireNonNull(member.wire(), "the broker is in the node");
        wire.silence();
        Duration silent = Chance.pause(500, 20_000, random);
        wire.mend();
        return member + ", for " + silent.toMillis() + " ms";
    }
}

package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Site;
import org.mediarouter.chaos.site.Wire;

/** The wire between a node and the broker breaks, and is mended. */
final class Cut implements Strike {
    @Override
    public String at(Site site, RandomGenerator random) throws IOException, InterruptedException {
        Member member = Chance.member(site, random);
        Wire wire = Objects.requireNonNull(member.wire(), "the broker is in the node");
        wire.cut();
        Duration cut = Chance.pause(100, 15_000, random);
        wire.mend();
        return member + ", for " + cut.toMillis() + " ms";
    }
}

package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Site;

/** A node hangs (SIGSTOP), for less or for more time than it takes to be given up, and goes on as if nothing had been. */
final class HangNode implements Strike {
    @Override
    public String at(Site site, RandomGenerator random) throws IOException, InterruptedException {
        Member member = Chance.member(site, random);
        member.process().hang();
        Duration hung = Chance.pause(500, 20_000, random);
        member.process().resume();
        return member + ", for " + hung.toMillis() + " ms";
    }
}

package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Site;

/** A node is ended in order (SIGTERM) and started again, as for an upgrade. */
final class RestartNode implements Strike {
    /** What TimeoutStopSec of the service unit gives it. */
    private static final Duration IN_ORDER = Duration.ofSeconds(30);

    @Override
    public String at(Site site, RandomGenerator random) throws IOException, InterruptedException {
        Member member = Chance.member(site, random);
        Instant asked = Instant.now();
        Integer code = member.process().terminate(IN_ORDER);
        Duration took = Duration.between(asked, Instant.now());
        if (code == null) {
            member.process().kill();
            member.process().start();
            throw new IOException(member + " did not end within " + IN_ORDER.toSeconds() + " s of SIGTERM");
        }
        member.process().start();
        return member + ", ended with code " + code + " after " + took.toMillis() + " ms";
    }
}

package org.mediarouter.chaos.strike;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Site;

/** A step is added to the route of {@code General} while messages run through it; each node must take it up. */
final class GoodEdit implements Strike {
    @Override
    public String at(Site site, RandomGenerator random) throws IOException, InterruptedException {
        String step = "setProperty: {name: edited, constant: \"" + random.nextLong(1_000_000) + "\"}";
        Revisions before = Revisions.of(site);
        Instant edited = Instant.now();
        RouteFile.edit(site, content -> RouteFile.withStep(content, step));
        for (Member member : site.members()) {
            before.awaitAnother(member);
        }
        return "in force on all nodes after "
                + Duration.between(edited, Instant.now()).toMillis() + " ms";
    }
}

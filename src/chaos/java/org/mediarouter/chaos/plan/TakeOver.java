package org.mediarouter.chaos.plan;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.mediarouter.chaos.load.Centre;
import org.mediarouter.chaos.site.Member;
import org.mediarouter.chaos.site.Owners;
import org.mediarouter.chaos.site.Site;

/**
 * The node that has the MRD {@code chat} dies or hangs, again and again: how long until another assigns there?
 *
 * @param hang SIGSTOP instead of SIGKILL
 */
public record TakeOver(int times, boolean hang) implements Plan {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final long BETWEEN_MS = 10_000;

    @Override
    public void play(Run run) throws InterruptedException {
        List<Double> seconds = new ArrayList<>();
        String kind = hang ? "hang-owner" : "kill-owner";
        for (int i = 0; i < times; i++) {
            Thread.sleep(BETWEEN_MS);
            run.catchUp();
            run.strike(kind, (site, random) -> once(run, site, random, seconds));
        }
        Seconds.of(seconds).into(run, "seconds to the next assignment");
    }

    private String once(Run run, Site site, RandomGenerator random, List<Double> seconds)
            throws IOException, InterruptedException {
        Member owner = new Owners(site)
                .of(Centre.CHAT)
                .orElseThrow(() -> new IOException("nobody has the MRD " + Centre.CHAT));
        Instant struck = Instant.now();
        if (hang) {
            owner.process().hang();
        } else {
            owner.process().kill();
        }
        // Until now the owner itself may have assigned; the time counts from the strike all the same.
        Instant gone = Instant.now();
        Optional<Instant> next = run.load().assignments().await(Centre.CHAT, gone, LIMIT);
        if (hang) {
            owner.process().resume();
        } else {
            owner.process().start();
        }
        Instant first = next.orElseThrow(() -> new IOException(
                "no assignment in " + Centre.CHAT + " for " + LIMIT.toSeconds() + " s without " + owner));
        double took = Duration.between(struck, first).toMillis() / 1e3;
        seconds.add(took);
        return owner + " had " + Centre.CHAT + "; the next assignment after " + took + " s";
    }
}

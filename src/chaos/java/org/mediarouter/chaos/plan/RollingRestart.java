package org.mediarouter.chaos.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mediarouter.chaos.load.Centre;
import org.mediarouter.chaos.site.Member;

/**
 * Every node is ended with SIGTERM and started again, one after the other, as for an upgrade.
 *
 * @param rounds over all nodes
 */
public record RollingRestart(int rounds) implements Plan {
    private static final Duration IN_ORDER = Duration.ofSeconds(30);
    private static final long BETWEEN_MS = 3000;

    @Override
    public void play(Run run) throws InterruptedException {
        List<Double> ending = new ArrayList<>();
        Thread.sleep(BETWEEN_MS);
        Instant from = Instant.now();
        Thread.sleep(BETWEEN_MS);
        Instant to = Instant.now();
        run.figure("longest gap between assignments before, s", gap(run, from, to));
        for (int round = 0; round < rounds; round++) {
            for (Member member : run.site().members()) {
                run.catchUp();
                run.strike("restart-node", (site, random) -> restart(run, member, ending));
            }
        }
        Thread.sleep(BETWEEN_MS);
        run.figure("longest gap between assignments, s", gap(run, to, Instant.now()));
        Seconds.of(ending).into(run, "seconds from SIGTERM to the end");
    }

    private static String restart(Run run, Member member, List<Double> ending) throws java.io.IOException {
        Instant asked = Instant.now();
        Integer code = member.process().terminate(IN_ORDER);
        double took = Duration.between(asked, Instant.now()).toMillis() / 1e3;
        if (code == null || code != 0) {
            run.complain(member + " did not end in order: exit code " + code);
            member.process().kill();
        }
        ending.add(took);
        member.process().start();
        return member + " ended within " + took + " s";
    }

    private static double gap(Run run, Instant from, Instant to) {
        return run.load().assignments().longestGap(Centre.CHAT, from, to).toMillis() / 1e3;
    }
}

package org.mediarouter.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.mediarouter.chaos.history.History;
import org.mediarouter.chaos.history.Observation;
import org.mediarouter.chaos.load.Centre;
import org.mediarouter.chaos.load.Load;
import org.mediarouter.chaos.plan.Plan;
import org.mediarouter.chaos.plan.Run;
import org.mediarouter.chaos.site.Distribution;
import org.mediarouter.chaos.site.Site;

/**
 * One run from the start of the installation to the checker's verdict.
 *
 * @param work an empty directory: homes of the nodes, {@code history.jsonl} and {@code report.json}
 * @param out where the progress goes
 */
public record Experiment(
        Distribution distribution,
        Path work,
        Centre centre,
        int nodes,
        Layout layout,
        Plan plan,
        long seed,
        PrintStream out) {
    private static final Duration START = Duration.ofSeconds(120);
    /** The longest that a task may still wait or be worked on: a deadline and a handling each. */
    private static final Duration FINISH = Duration.ofMinutes(3);

    /** @throws IOException the installation could not be started, or can't be reached at the end */
    public Report run(String name) throws Exception {
        Path file = work.resolve("history.jsonl");
        out.println("chaos: " + name + ", seed " + seed + ", in " + work);
        Thread atExit = null;
        Run run;
        try (Site site = site();
                History history = History.to(file)) {
            atExit = new Thread(site::close, "chaos-end");
            Runtime.getRuntime().addShutdownHook(atExit);
            history.add(centre.premises(InstantSource.system().instant()));
            run = play(site, history);
        } finally {
            if (atExit != null) {
                Runtime.getRuntime().removeShutdownHook(atExit);
            }
        }
        Report report = Report.of(this, name, run, file);
        report.write(work.resolve("report.json"));
        return report;
    }

    private Site site() throws IOException, InterruptedException {
        return switch (layout) {
            case EMBEDDED -> Site.embedded(distribution, work, centre.routing());
            case BROKER -> Site.distributed(distribution, work, centre.routing(), nodes);
            case BROKER_PAIR -> Site.paired(distribution, work, centre.routing(), nodes);
        };
    }

    private Run play(Site site, History history) throws Exception {
        site.start();
        site.awaitWhole(START).ifPresent(missing -> {
            throw new IllegalStateException("the installation doesn't start: " + missing);
        });
        out.println("chaos: " + site.members().size() + " nodes are ready; " + centre.agents() + " agents sign in");
        try (Load load = new Load(site.forChatServer(), centre, history, InstantSource.system())) {
            load.begin(START);
            Run run = new Run(site, load, history, out, seed);
            plan.play(run);
            out.println("chaos: the doors close; everything is brought to its end");
            load.end(FINISH).forEach(run::complain);
            Leftovers.browse(site.forRouter(), InstantSource.system()).forEach(history::add);
            history.add(new Observation.Ended(InstantSource.system().instant()));
            return run;
        }
    }
}

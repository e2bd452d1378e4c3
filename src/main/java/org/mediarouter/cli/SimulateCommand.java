package org.mediarouter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.simulation.Chart;
import org.mediarouter.simulation.Outcome;
import org.mediarouter.simulation.Plan;
import org.mediarouter.simulation.Replications;
import org.mediarouter.simulation.Report;
import org.mediarouter.simulation.ReportJson;
import org.mediarouter.simulation.ReportText;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code simulate}: what a routing configuration makes of customers, without a node. */
@Command(
        name = "simulate",
        description = "Runs a routing configuration in simulated time and reports waits, service level and occupancy.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final int MOST_AGENTS = 100_000;

    @Parameters(
            arity = "0..1",
            paramLabel = "CONFIG",
            description = "The routing configuration; that of this installation.")
    private @Nullable String file;

    @Mixin
    private CustomerOptions customers = new CustomerOptions();

    @Mixin
    private MannerOptions manners = new MannerOptions();

    @Mixin
    private SimulationOptions options = new SimulationOptions();

    @Option(names = "--json", paramLabel = "FILE|-", description = "Everything as JSON; - is standard output.")
    private @Nullable String json;

    @Option(names = "--svg", paramLabel = "FILE", description = "A chart: waits, service level, occupancy.")
    private @Nullable String svg;

    @Override
    public Integer call() {
        Configuration configuration = configuration();
        if (configuration == null) {
            return ExitCode.SOFTWARE;
        }
        Plan plan = options.plan(name(), configuration, customers.coming(configuration, manners));
        List<Outcome> outcomes;
        try (Progress progress = new Progress("simulating", Replications.steps(options.replications()))) {
            outcomes = Replications.of(plan, options.replications(), options.seed, progress::step);
        }
        Report report = Report.of(plan, outcomes);
        if (svg != null && !Output.written(svg, Chart.of(report))) {
            return ExitCode.SOFTWARE;
        }
        return Output.write(json, ReportJson.of(report), ReportText.of(report));
    }

    private String name() {
        return file == null && options.agents != null ? options.agents + " agents, one queue" : path().toString();
    }

    private Path path() {
        return file == null ? Preparation.config().resolve("routing.yaml") : Preparation.called(file);
    }

    private @Nullable Configuration configuration() {
        Integer agents = options.agents;
        if (file == null && agents != null) {
            if (agents < 1 || agents > MOST_AGENTS) {
                throw options.usage("--agents must be from 1 to " + MOST_AGENTS);
            }
            return RoutingFile.plain(agents);
        }
        return RoutingFile.read(path());
    }
}

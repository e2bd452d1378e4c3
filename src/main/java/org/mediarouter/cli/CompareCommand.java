package org.mediarouter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.simulation.Comparison;
import org.mediarouter.simulation.ComparisonText;
import org.mediarouter.simulation.Outcome;
import org.mediarouter.simulation.Plan;
import org.mediarouter.simulation.Replications;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: two routing configurations on the same customers. */
@Command(
        name = "compare",
        description =
                "Runs two routing configurations on the same customers and says which differences are significant.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "A routing configuration.")
    private String fileA = "";

    @Parameters(index = "1", paramLabel = "B", description = "Another one.")
    private String fileB = "";

    @Mixin
    private CustomerOptions customers = new CustomerOptions();

    @Mixin
    private MannerOptions manners = new MannerOptions();

    @Mixin
    private SimulationOptions options = new SimulationOptions();

    @Option(names = "--json", paramLabel = "FILE|-", description = "The same as JSON; - is standard output.")
    private @Nullable String json;

    @Override
    public Integer call() {
        Path a = Preparation.called(fileA);
        Path b = Preparation.called(fileB);
        Configuration first = RoutingFile.read(a);
        Configuration second = RoutingFile.read(b);
        if (first == null || second == null) {
            return ExitCode.SOFTWARE;
        }
        int runs = options.replications();
        if (runs < 2) {
            throw options.usage("--replications must be at least 2: one pair says nothing of chance");
        }
        Plan planA = options.plan(a.toString(), first, customers.coming(first, manners));
        Plan planB = options.plan(b.toString(), second, customers.coming(second, manners));
        Comparison comparison;
        try (Progress progress = new Progress("simulating", 2 * Replications.steps(runs))) {
            List<Outcome> withA = Replications.of(planA, runs, options.seed, progress::step);
            List<Outcome> withB = Replications.of(planB, runs, options.seed, progress::step);
            comparison = Comparison.of(planA, planB, withA, withB);
        }
        return Output.write(json, ComparisonText.json(comparison), ComparisonText.of(comparison));
    }
}

package org.mediarouter.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mediarouter.chaos.load.Centre;
import org.mediarouter.chaos.site.Distribution;
import org.mediarouter.chaos.strike.Kind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of the chaos program. Exit code 0: nothing was found; 1: a guarantee was broken; 2: wrong usage.
 *
 * <pre>{@code
 * mvn -q -Pchaos verify -Dchaos.args="--seed=1 --for=10m"
 * mvn -q -Pchaos verify -Dchaos.args="--plan=blackout --nodes=1 --database=h2"
 * }</pre>
 */
@Command(
        name = "chaos",
        description = "Strikes an installation under load, and checks that nothing is lost and nothing done twice.",
        mixinStandardHelpOptions = true)
public final class Chaos implements Callable<Integer> {
    enum DatabaseKind {
        postgresql,
        h2
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "What is done: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private PlanKind plan = PlanKind.random;

    @Option(names = "--seed", paramLabel = "N", description = "Of all that is left to chance (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "How long customers come, in random (${DEFAULT-VALUE}).")
    private String length = "10m";

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            description = "From strike to strike, in random (${DEFAULT-VALUE}).")
    private String every = "20s";

    @Option(
            names = "--times",
            paramLabel = "N",
            description = "How often, in the other plans; 0: as often as each needs.")
    private int times = 0;

    @Option(
            names = "--strikes",
            paramLabel = "KINDS",
            split = ",",
            description = "Which of them, in random; else all that the installation allows.")
    private List<String> strikes = List.of();

    @Option(names = "--nodes", paramLabel = "N", description = "How many nodes route (${DEFAULT-VALUE}).")
    private int nodes = 3;

    @Option(
            names = "--database",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); h2: one node with broker and database in it.")
    private DatabaseKind database = DatabaseKind.postgresql;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            description = "2: a pair as docs/broker-pair.xml has it, without wires to cut (${DEFAULT-VALUE}).")
    private int brokers = 1;

    @Option(names = "--rate", paramLabel = "N", description = "Tasks per second (${DEFAULT-VALUE}).")
    private double rate = 100;

    @Option(names = "--agents", paramLabel = "N", description = "How many agents sign in (${DEFAULT-VALUE}).")
    private int agents = 200;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where nodes, history and report are kept; must be new (target/chaos/PLAN-SEED-TIME).")
    private @Nullable Path work;

    @Option(names = "--distribution", paramLabel = "DIR", description = "What is struck (${DEFAULT-VALUE}).")
    private Path distribution = Path.of("target/media-router");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Chaos()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (nodes < 1 || rate <= 0 || agents < 8) {
            throw usage("at least one node, a rate above 0, and 8 agents are needed");
        }
        if (database == DatabaseKind.h2 && nodes != 1) {
            throw usage("H2 is for a single node: --nodes=1, or --database=postgresql");
        }
        Experiment experiment = new Experiment(
                distribution(),
                directory(),
                new Centre(agents, rate, seed),
                nodes,
                layout(),
                plan.of(times, duration("--for", length), duration("--every", every), kinds()),
                seed,
                System.out);
        Report report = experiment.run(plan.toString());
        report.lines().forEach(System.out::println);
        return report.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Layout layout() {
        if (brokers < 1 || brokers > 2 || brokers == 2 && database == DatabaseKind.h2) {
            throw usage("--brokers is 1 or 2, and with --database=h2 there is one, in the node");
        }
        if (brokers == 2 && (plan == PlanKind.takeover || plan == PlanKind.hang)) {
            throw usage("who has an MRD is known by the wires: not with --brokers=2");
        }
        return database == DatabaseKind.h2 ? Layout.EMBEDDED : brokers == 2 ? Layout.BROKER_PAIR : Layout.BROKER;
    }

    private List<Kind> kinds() {
        try {
            return strikes.stream().map(Kind::named).toList();
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private Distribution distribution() {
        try {
            return new Distribution(distribution);
        } catch (IOException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private Path directory() throws IOException {
        Path chosen = work != null
                ? work
                : Path.of("target/chaos")
                        .resolve(plan + "-" + seed + "-" + Instant.now().toEpochMilli());
        if (Files.exists(chosen)) {
            throw usage(chosen + " is there already: --work names a directory to be made");
        }
        return Files.createDirectories(chosen).toAbsolutePath().normalize();
    }

    private Duration duration(String option, String text) {
        try {
            return Duration.parse("PT" + text);
        } catch (java.time.format.DateTimeParseException e) {
            throw usage(option + ": \"" + text + "\" is no duration, as 30s or 10m is");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), message);
    }
}

package org.mediarouter.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.CallRoster;
import org.mediarouter.routing.model.AgentProfile;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.simulation.Plan;
import org.mediarouter.simulation.Shift;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who works, how often it is simulated: options of {@code simulate} and {@code compare}. */
final class SimulationOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--agents",
            paramLabel = "N",
            description =
                    "The first N agents of the configuration; without CONFIG, a centre of N agents and one queue.")
    @Nullable
    Integer agents;

    @Option(
            names = "--shifts",
            paramLabel = "all|data",
            description = "When agents work: all the time, or at the times of the file's agents (${DEFAULT-VALUE}).")
    private String shifts = "all";

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "Runs, each with other chances (${DEFAULT-VALUE}).")
    private int replications = 20;

    @Option(names = "--seed", paramLabel = "N", description = "Of all that is random (${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--warm-up", paramLabel = "DURATION", description = "How much of the beginning doesn't count.")
    private String warmUp = "0s";

    int replications() {
        if (replications < 1 || replications > 100_000) {
            throw usage("--replications must be from 1 to 100000");
        }
        return replications;
    }

    /** What is to be simulated with this configuration. */
    Plan plan(String name, Configuration configuration, Coming coming) {
        if (coming.generated() && shifts.equals("data")) {
            throw usage("--shifts=data needs the customers of the file, not --rate");
        }
        Duration warm = Durations.parse(warmUp)
                .orElseThrow(() -> usage("--warm-up: \"" + warmUp + "\" is no duration, as 30m or 8h is"));
        if (warm.toMillis() >= coming.to() - coming.from()) {
            throw usage("--warm-up must be shorter than what is simulated");
        }
        return new Plan(
                name,
                configuration,
                coming.source(),
                shifts(configuration, coming),
                coming.from(),
                coming.to(),
                !coming.generated(),
                warm);
    }

    private List<Shift> shifts(Configuration configuration, Coming coming) {
        List<String> staff = configuration.agents().values().stream()
                .filter(agent -> coming.mrds().stream().anyMatch(agent.mrds()::containsKey))
                .map(AgentProfile::id)
                .toList();
        if (agents != null) {
            if (agents < 1 || agents > staff.size()) {
                throw usage("--agents must be from 1 to " + staff.size() + ", as many as are configured for "
                        + String.join(", ", coming.mrds()));
            }
            staff = staff.subList(0, agents);
        }
        return switch (shifts) {
            case "all" ->
                staff.stream()
                        .map(id -> new Shift(id, coming.from(), Long.MAX_VALUE))
                        .toList();
            case "data" -> asRecorded(staff, coming.calls());
            default -> throw usage("--shifts must be all or data");
        };
    }

    private List<Shift> asRecorded(List<String> staff, List<Call> calls) {
        List<Shift> recorded = new ArrayList<>();
        Map<LocalDate, List<Call>> days =
                calls.stream().collect(Collectors.groupingBy(Call::date, LinkedHashMap::new, Collectors.toList()));
        days.forEach((date, some) -> {
            Map<String, List<CallRoster.Presence>> presences = new CallRoster(some).presences();
            if (presences.size() > staff.size()) {
                throw usage("--shifts=data: on " + date + " " + presences.size() + " agents worked; there are "
                        + staff.size());
            }
            Iterator<String> ids = staff.iterator();
            presences.values().forEach(times -> {
                String id = ids.next();
                times.forEach(time -> recorded.add(new Shift(
                        id,
                        CustomerOptions.midnight(date) + time.from() * 1000L,
                        CustomerOptions.midnight(date) + time.to() * 1000L)));
            });
        });
        return recorded;
    }

    ParameterException usage(String message) {
        return new ParameterException(
                java.util.Objects.requireNonNull(spec, "spec is set by picocli").commandLine(), message);
    }
}

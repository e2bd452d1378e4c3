package org.mediarouter.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.CallFile;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.routing.model.PrecisionQueue;
import org.mediarouter.simulation.CallQueues;
import org.mediarouter.simulation.Customers;
import org.mediarouter.simulation.PoissonCustomers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who comes: options of {@code simulate} and {@code compare}. */
final class CustomerOptions {
    private static final Pattern RATE = Pattern.compile("(?:([^=]+)=)?(\\d{1,9}(?:\\.\\d{1,9})?)/(s|m|h)");
    private static final Pattern NAMED = Pattern.compile("(?:([^=]+)=)?([^=]+)");
    /** Of what is generated: any midnight will do. */
    private static final long BEGINNING = midnight(LocalDate.of(2001, 1, 1));

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--arrivals",
            paramLabel = "FILE",
            description =
                    "Customers as in a CSV file; without it, and without --rate, the day that comes with the program.")
    private @Nullable String arrivals;

    @Option(names = "--day", paramLabel = "DATE", description = "Only this day of the file.")
    private @Nullable LocalDate day;

    @Option(
            names = "--queue",
            paramLabel = "[TYPE=]QUEUE",
            description =
                    "The queue of the file's calls, or of those of one type; the default queue of the first MRD with "
                            + "one task at a time.")
    private List<String> queues = List.of();

    @Option(
            names = "--rate",
            paramLabel = "[QUEUE=]N/UNIT",
            description =
                    "Independent customers instead of a file's, for example 48/m or broadband=100/h; once for each queue.")
    private List<String> rates = List.of();

    @Option(
            names = "--profile",
            paramLabel = "F,F,...",
            split = ",",
            description = "24 factors, by which the rates are multiplied in each hour of the day.")
    private List<Double> profile = List.of();

    @Option(names = "--for", paramLabel = "DURATION", description = "How long they come (${DEFAULT-VALUE}).")
    private String length = "1d";

    /** Who comes to a centre of this configuration. */
    Coming coming(Configuration configuration, MannerOptions manners) {
        List<Call> calls = calls();
        boolean generated = !rates.isEmpty();
        if (generated && arrivals != null && !manners.useData()) {
            throw usage("--rate and --arrivals together make sense only with --handling=data or --patience=data");
        }
        if (!generated && !profile.isEmpty()) {
            throw usage("--profile needs --rate");
        }
        Set<String> mrds = new LinkedHashSet<>();
        if (generated) {
            long to = BEGINNING + length();
            return new Coming(generator(configuration, calls, to, mrds, manners), mrds, calls, true, BEGINNING, to);
        }
        long from = midnight(calls.get(0).date());
        long to = midnight(calls.get(calls.size() - 1).date().plusDays(1));
        return new Coming(recorded(configuration, calls, mrds, manners), mrds, calls, false, from, to);
    }

    static long midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private List<Call> calls() {
        List<Call> calls = arrivals == null ? CallFile.shipped() : read(arrivals);
        List<Call> some = day == null
                ? calls
                : calls.stream().filter(call -> call.date().equals(day)).toList();
        if (some.isEmpty()) {
            throw usage("there are no calls of " + day + "; the days are "
                    + calls.stream()
                            .map(call -> call.date().toString())
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        return some;
    }

    private List<Call> read(String file) {
        Path path = Preparation.called(file);
        CallFile.Reading reading = CallFile.read(path);
        if (reading instanceof CallFile.Reading.Calls calls) {
            return calls.calls();
        }
        throw usage(reading.toString());
    }

    private Customers.Source recorded(
            Configuration configuration, List<Call> calls, Set<String> mrds, MannerOptions manners) {
        Map<String, String> byType = new LinkedHashMap<>();
        @Nullable String otherwise = null;
        for (String text : queues) {
            Matcher matcher = NAMED.matcher(text);
            if (!matcher.matches()) {
                throw usage("--queue: \"" + text + "\" is neither QUEUE nor TYPE=QUEUE");
            }
            queue(configuration, "--queue", matcher.group(2));
            if (matcher.group(1) == null) {
                otherwise = matcher.group(2);
            } else {
                byType.put(matcher.group(1), matcher.group(2));
            }
        }
        PrecisionQueue all =
                otherwise == null ? defaultQueue(configuration) : queue(configuration, "--queue", otherwise);
        for (String id : byType.values()) {
            if (!queue(configuration, "--queue", id).mrd().equals(all.mrd())) {
                throw usage("--queue: " + id + " and " + all.id() + " are of different MRDs; a file's calls go to one");
            }
        }
        mrds.add(all.mrd());
        return manners.recorded(calls, new CallQueues(all.mrd(), byType, all.id()));
    }

    private Customers.Source generator(
            Configuration configuration, List<Call> calls, long to, Set<String> mrds, MannerOptions manners) {
        List<PoissonCustomers.Stream> streams = new ArrayList<>();
        for (String text : rates) {
            Matcher matcher = RATE.matcher(text);
            if (!matcher.matches() || Double.parseDouble(matcher.group(2)) == 0) {
                throw usage("--rate: \"" + text + "\" is no rate, as 48/m, 0.5/s or broadband=100/h are");
            }
            PrecisionQueue queue = matcher.group(1) == null
                    ? defaultQueue(configuration)
                    : queue(configuration, "--rate", matcher.group(1));
            double perHour = Double.parseDouble(matcher.group(2))
                    * switch (matcher.group(3)) {
                        case "s" -> 3600;
                        case "m" -> 60;
                        default -> 1;
                    };
            streams.add(new PoissonCustomers.Stream(queue.mrd(), queue.id(), perHour, 1, Map.of()));
            mrds.add(queue.mrd());
        }
        if (!profile.isEmpty()
                && (profile.size() != 24
                        || profile.stream().anyMatch(factor -> !(factor >= 0))
                        || profile.stream().allMatch(factor -> factor == 0))) {
            throw usage("--profile needs 24 factors, none negative and not all 0; there are " + profile.size());
        }
        return new PoissonCustomers.Source(streams, profile, manners.generated(calls), BEGINNING, to);
    }

    private PrecisionQueue queue(Configuration configuration, String option, String id) {
        PrecisionQueue queue = configuration.queue(id);
        if (queue == null) {
            throw usage(option + ": there is no queue " + id + "; the queues are "
                    + String.join(", ", configuration.queues().keySet()));
        }
        return queue;
    }

    private PrecisionQueue defaultQueue(Configuration configuration) {
        List<Mrd> mrds = new ArrayList<>(configuration.mrds().values());
        mrds.sort((a, b) -> Boolean.compare(a.maxTasks() > 1, b.maxTasks() > 1));
        for (Mrd mrd : mrds) {
            PrecisionQueue queue = configuration.defaultQueue(mrd.id());
            if (queue != null) {
                return queue;
            }
        }
        throw usage("the configuration has no default queue: say which, with --queue=QUEUE or --rate=QUEUE=N/h");
    }

    private long length() {
        Duration duration = Durations.parse(length)
                .orElseThrow(() -> usage("--for: \"" + length + "\" is no duration, as 30m or 8h is"));
        if (duration.isZero()) {
            throw usage("--for must be more than 0");
        }
        return duration.toMillis();
    }

    private ParameterException usage(String message) {
        return new ParameterException(
                java.util.Objects.requireNonNull(spec, "spec is set by picocli").commandLine(), message);
    }
}

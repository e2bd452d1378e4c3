package org.mediarouter.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.CallFile;
import org.mediarouter.simulation.EstimatorTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code estimates}: how far off estimated waits would have been on recorded days. */
@Command(
        name = "estimates",
        description = "Tries the estimators of the wait on recorded calls: their mean absolute errors, day by day.",
        mixinStandardHelpOptions = true)
final class EstimatesCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--arrivals",
            paramLabel = "FILE",
            description = "Calls as in a CSV file; without it the day that comes with the program.")
    private @Nullable String arrivals;

    @Option(names = "--json", paramLabel = "FILE|-", description = "The same as JSON; - is standard output.")
    private @Nullable String json;

    @Override
    public Integer call() {
        List<EstimatorTrial.Day> days = EstimatorTrial.of(calls());
        return Output.write(json, json(days), text(days));
    }

    private List<Call> calls() {
        if (arrivals == null) {
            return CallFile.shipped();
        }
        CallFile.Reading reading = CallFile.read(Preparation.called(arrivals));
        if (reading instanceof CallFile.Reading.Calls calls) {
            return calls.calls();
        }
        throw new ParameterException(
                Objects.requireNonNull(spec, "spec is set by picocli").commandLine(), reading.toString());
    }

    private static String text(List<EstimatorTrial.Day> days) {
        StringBuilder text =
                new StringBuilder("mean absolute error in seconds, of those who waited and were served\n\n");
        text.append(String.format(Locale.ROOT, "%-12s%8s", "", "waits"));
        EstimatorTrial.NAMES.forEach(name -> text.append(String.format(Locale.ROOT, "%24s", name)));
        days.forEach(day -> text.append(line(day.date().toString(), day)));
        return text.append(line("all", EstimatorTrial.together(days)))
                .append('\n')
                .toString();
    }

    private static String line(String name, EstimatorTrial.Day day) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%n%-12s%,8d", name, day.waits()));
        day.errors().values().forEach(error -> line.append(String.format(Locale.ROOT, "%24.2f", error)));
        return line.toString();
    }

    private static String json(List<EstimatorTrial.Day> days) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        days.forEach(day -> put(root.putObject(day.date().toString()), day));
        put(root.putObject("all"), EstimatorTrial.together(days));
        return root.toPrettyString();
    }

    private static void put(ObjectNode node, EstimatorTrial.Day day) {
        node.put("waits", day.waits());
        ObjectNode errors = node.putObject("meanAbsoluteError");
        day.errors().forEach(errors::put);
    }
}

package org.mediarouter.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mediarouter.arrivals.Call;
import org.mediarouter.arrivals.Spread;
import org.mediarouter.simulation.CallQueues;
import org.mediarouter.simulation.Manners;
import org.mediarouter.simulation.Patience;
import org.mediarouter.simulation.RecordedCustomers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long things take: options of {@code simulate} and {@code compare}. */
final class MannerOptions {
    private static final String DATA = "data";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--handling",
            paramLabel = "SPREAD",
            description =
                    "Conversations: " + Spreads.FORMS + ", or data. With a file data, with --rate exponential:3m.")
    private @Nullable String handling;

    @Option(
            names = "--patience",
            paramLabel = "SPREAD",
            description = "Until a customer leaves: none, data, or as --handling. With a file data, with --rate none.")
    private @Nullable String patience;

    @Option(names = "--answer", paramLabel = "SPREAD", description = "From the offer to the answer (${DEFAULT-VALUE}).")
    private String answer = "0s";

    @Option(names = "--wrap-up", paramLabel = "SPREAD", description = "After-work (${DEFAULT-VALUE}).")
    private String wrapUp = "0s";

    /** Whether a file has to be asked. */
    boolean useData() {
        return DATA.equals(handling) || DATA.equals(patience);
    }

    /** Customers as these calls; what isn't said of them otherwise is as the calls have it. */
    RecordedCustomers.Source recorded(List<Call> calls, CallQueues queues) {
        boolean asRecorded = handling == null || handling.equals(DATA);
        if (asRecorded) {
            recordedHandlings(calls);
        }
        return new RecordedCustomers.Source(
                calls,
                queues,
                asRecorded ? null : spread("--handling", handling),
                patience == null || patience.equals(DATA) ? null : patience(patience, calls),
                spread("--answer", answer),
                spread("--wrap-up", wrapUp));
    }

    /** For customers who come by chance. */
    Manners generated(List<Call> calls) {
        return new Manners(
                DATA.equals(handling)
                        ? recordedHandlings(calls)
                        : spread("--handling", handling == null ? "exponential:3m" : handling),
                patience(patience == null ? "none" : patience, calls),
                spread("--answer", answer),
                spread("--wrap-up", wrapUp));
    }

    private Spread recordedHandlings(List<Call> calls) {
        if (calls.stream().noneMatch(Call::served)) {
            throw usage("no call of the file was served: say how long conversations take, with --handling=3m");
        }
        return RecordedCustomers.handlings(calls);
    }

    private Spread spread(String option, @Nullable String text) {
        String given = Objects.requireNonNull(text, option);
        return Spreads.parse(given)
                .orElseThrow(() -> usage(option + ": \"" + given + "\" is no spread: " + Spreads.FORMS));
    }

    private Patience patience(String text, List<Call> calls) {
        return switch (text) {
            case "none" -> new Patience.Endless();
            case DATA -> new Patience.Recorded(calls);
            default -> new Patience.Spreading(spread("--patience", text));
        };
    }

    private ParameterException usage(String message) {
        return new ParameterException(
                Objects.requireNonNull(spec, "spec is set by picocli").commandLine(), message);
    }
}

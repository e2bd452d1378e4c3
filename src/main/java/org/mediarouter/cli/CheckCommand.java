package org.mediarouter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code check}: routes and configuration, without starting anything. */
@Command(
        name = "check",
        description = "Checks routes and configuration without starting anything; says file, line and remedy.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Preparation preparation;

    CheckCommand(Preparation preparation) {
        this.preparation = preparation;
    }

    @Override
    public Integer call() {
        Preparation.Ready ready = preparation.ready(System.err, false);
        if (ready == null) {
            return ExitCode.SOFTWARE;
        }
        System.out.println("routes and configuration are right: "
                + ready.configuration().mrds().size() + " MRDs, "
                + ready.configuration().queues().size() + " queues, "
                + ready.configuration().agents().size() + " agents");
        return ExitCode.OK;
    }
}

package org.mediarouter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code run}: a node, until it is told to stop. */
@Command(name = "run", description = "Runs a node until SIGTERM or Ctrl-C.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Preparation preparation;

    RunCommand(Preparation preparation) {
        this.preparation = preparation;
    }

    @Override
    public Integer call() {
        Preparation.Ready ready = preparation.ready(System.err, true);
        if (ready == null) {
            return ExitCode.SOFTWARE;
        }
        Life life = new Life(System.out);
        if (!life.begin(ready)) {
            return ExitCode.SOFTWARE;
        }
        life.awaitEnd();
        return ExitCode.OK;
    }
}

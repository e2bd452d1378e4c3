package org.mediarouter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: why a task was offered to whom, and what it waits for. */
@Command(
        name = "explain",
        description = "Says why a task was offered to whom, or why it still waits.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TASKID", description = "The task's id, as in TaskId.")
    String taskId = "";

    @Mixin
    private NodeAddress node = new NodeAddress();

    @Option(names = "--json", description = "Everything, as JSON.")
    boolean json;

    @Override
    public Integer call() {
        try {
            JsonNode explanation = node.get("/tasks/" + NodeAddress.encoded(taskId) + "/explanation");
            System.out.println(
                    json ? explanation.toPrettyString() : new ExplanationText(ZoneId.systemDefault()).of(explanation));
            return ExitCode.OK;
        } catch (NodeAddress.Unreachable e) {
            System.err.println("media-router: " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}

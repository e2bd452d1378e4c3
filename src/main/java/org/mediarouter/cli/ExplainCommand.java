package org.mediarouter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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

    @Option(
            names = "--node",
            paramLabel = "URL",
            description = "Any node of the cluster; ${DEFAULT-VALUE} if not given.",
            defaultValue = "http://127.0.0.1:8080")
    URI node = URI.create("http://127.0.0.1:8080");

    @Option(names = "--json", description = "Everything, as JSON.")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        String id = URLEncoder.encode(taskId, StandardCharsets.UTF_8).replace("+", "%20");
        try {
            JsonNode explanation = new NodeAnswers(node, System.getenv()).get("/tasks/" + id + "/explanation");
            System.out.println(
                    json ? explanation.toPrettyString() : new ExplanationText(ZoneId.systemDefault()).of(explanation));
            return ExitCode.OK;
        } catch (NodeAnswers.Refused e) {
            System.err.println(e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}

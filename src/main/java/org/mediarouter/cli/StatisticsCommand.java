package org.mediarouter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code statistics}: the figures of a running system. */
@Command(
        name = "statistics",
        description = "Shows the figures of a queue, agent or MRD of a running system, by quarters of an hour.",
        mixinStandardHelpOptions = true)
final class StatisticsCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private Whose whose = new Whose();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "for example 2026-01-31T08:00:00Z (default: 24 hours ago)")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "exclusive (default: now)")
    private @Nullable Instant to;

    @Option(names = "--json", description = "Everything, as JSON.")
    private boolean json;

    @Mixin
    private NodeAddress node = new NodeAddress();

    /** One of these. */
    static final class Whose {
        @Option(names = "--queue", paramLabel = "ID", required = true, description = "of this queue")
        private @Nullable String queue;

        @Option(names = "--agent", paramLabel = "ID", required = true, description = "of this agent")
        private @Nullable String agent;

        @Option(names = "--mrd", paramLabel = "ID", required = true, description = "of this Media Routing Domain")
        private @Nullable String mrd;

        private String query() {
            return parameter("queue", queue) + parameter("agent", agent) + parameter("mrd", mrd);
        }
    }

    @Override
    public Integer call() {
        try {
            String path = "/statistics?" + whose.query().substring(1) + parameter("from", from) + parameter("to", to);
            JsonNode figures = node.get(path);
            System.out.print(
                    json ? figures.toPrettyString() + "\n" : new StatisticsText(ZoneId.systemDefault()).of(figures));
            return ExitCode.OK;
        } catch (NodeAddress.Unreachable e) {
            System.err.println("media-router: " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private static String parameter(String name, @Nullable Object value) {
        return value == null ? "" : "&" + name + "=" + NodeAddress.encoded(value.toString());
    }
}

package org.mediarouter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code config}: the routing configuration of a running system. */
@Command(
        name = "config",
        description = "Shows, compares and applies the routing configuration of a running system.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ConfigCommand.Show.class,
            ConfigCommand.History.class,
            ConfigCommand.Diff.class,
            ConfigCommand.Apply.class
        })
final class ConfigCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.err.println("media-router config: show, history, diff FILE or apply FILE; --help says more");
        return ExitCode.USAGE;
    }

    /** What all of them do: ask, and say why it came to nothing. */
    private abstract static class Asking implements Callable<Integer> {
        @Mixin
        private NodeAddress node = new NodeAddress();

        NodeAddress node() {
            return node;
        }

        @Override
        public Integer call() {
            try {
                return ask();
            } catch (NodeAddress.Unreachable e) {
                System.err.println("media-router: " + e.getMessage());
            } catch (IOException e) {
                System.err.println("media-router: the file can't be read: " + e.getMessage());
            }
            return trouble();
        }

        abstract int ask() throws NodeAddress.Unreachable, IOException;

        /** The exit code where nothing could be found out. */
        int trouble() {
            return ExitCode.SOFTWARE;
        }
    }

    /** {@code config show}. */
    @Command(
            name = "show",
            description =
                    "Prints the configuration in force as it was given, but for passwords' hashes; its version on "
                            + "standard error.")
    static final class Show extends Asking {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "shows this help and exits")
        private boolean help;

        @Option(names = "--version", paramLabel = "N", description = "an earlier one (see 'config history')")
        private @Nullable Long number;

        @Option(names = "--json", description = "with version, who, when and comment, as JSON")
        private boolean json;

        @Override
        int ask() throws NodeAddress.Unreachable {
            JsonNode found = node().get("/config" + (number == null ? "" : "?version=" + number));
            if (json) {
                System.out.println(found.toPrettyString());
            } else {
                System.err.println("# " + line(found));
                System.out.print(found.path("text").asText());
                System.out.flush();
            }
            return ExitCode.OK;
        }
    }

    /** {@code config history}. */
    @Command(
            name = "history",
            description = "Lists the configurations that were put into force, by whom and when, the last one first.",
            mixinStandardHelpOptions = true)
    static final class History extends Asking {
        @Option(names = "--json", description = "as JSON")
        private boolean json;

        @Override
        int ask() throws NodeAddress.Unreachable {
            JsonNode versions = node().get("/config/history").path("versions");
            if (json) {
                System.out.println(versions.toPrettyString());
            } else {
                versions.forEach(version -> System.out.println(line(version)));
            }
            return ExitCode.OK;
        }
    }

    /** {@code config diff}. */
    @Command(
            name = "diff",
            description = "Says what a file would change. Exit code 0: nothing, 1: something, 2: it can't be told.",
            mixinStandardHelpOptions = true)
    static final class Diff extends Asking {
        @Parameters(paramLabel = "FILE", description = "a routing configuration")
        private String file = "";

        @Override
        int ask() throws NodeAddress.Unreachable, IOException {
            String text = Files.readString(Preparation.called(file));
            NodeAddress.Response response = node().post("/config/difference?file=" + NodeAddress.encoded(file), text);
            if (!response.done()) {
                refused(response.message(), response);
                return ExitCode.USAGE;
            }
            JsonNode lines = response.body().path("lines");
            lines.forEach(line -> System.out.println(line.asText()));
            return lines.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }

        @Override
        int trouble() {
            return ExitCode.USAGE;
        }
    }

    /** {@code config apply}. */
    @Command(
            name = "apply",
            description = "Puts a file into force, unless it has mistakes or would strand waiting tasks or agents.",
            mixinStandardHelpOptions = true)
    static final class Apply extends Asking {
        @Parameters(paramLabel = "FILE", description = "a routing configuration")
        private String file = "";

        @Option(
                names = "--move-to",
                paramLabel = "QUEUE",
                description = "takes the waiting tasks of queues of its MRD that would vanish; once for each MRD")
        private List<String> moveTo = List.of();

        @Option(names = "--comment", paramLabel = "TEXT", description = "for the history", defaultValue = "")
        private String comment = "";

        @Option(
                names = "--base",
                paramLabel = "N",
                description = "refuse unless this version is in force (default: the one in force now)")
        private @Nullable Long base;

        @Override
        int ask() throws NodeAddress.Unreachable, IOException {
            String text = Files.readString(Preparation.called(file));
            long builds = base == null ? node().get("/config").path("version").asLong() : base;
            StringBuilder path = new StringBuilder("/config?base=" + builds)
                    .append("&file=" + NodeAddress.encoded(file))
                    .append("&comment=" + NodeAddress.encoded(comment))
                    .append("&who=" + NodeAddress.encoded(System.getProperty("user.name", "")));
            moveTo.forEach(queue -> path.append("&moveTo=" + NodeAddress.encoded(queue)));
            NodeAddress.Response response = node().post(path.toString(), text);
            if (!response.done()) {
                refused("nothing was changed: " + response.message(), response);
                return ExitCode.SOFTWARE;
            }
            boolean changed = response.body().path("changed").asBoolean();
            System.out.println((changed ? "in force: " : "in force already: ") + line(response.body()));
            return ExitCode.OK;
        }
    }

    /** All that a node finds wrong with a configuration. */
    private static void refused(String message, NodeAddress.Response response) {
        System.err.println("media-router: " + message);
        for (JsonNode mistake : response.body().path("mistakes")) {
            String remedy = mistake.path("remedy").asText();
            System.err.println(mistake.path("file").asText() + ":" + mistake.path("line") + ":"
                    + mistake.path("column") + ": "
                    + mistake.path("message").asText()
                    + (remedy.isEmpty() ? "" : " (" + remedy + ")"));
        }
        for (JsonNode group : response.body().path("stranded")) {
            StringBuilder ids = new StringBuilder();
            group.path("ids")
                    .forEach(id -> ids.append(ids.isEmpty() ? "" : ", ").append(id.asText()));
            int more = group.path("more").asInt();
            System.err.println(group.path("reason").asText() + ": " + ids
                    + (more > 0 ? " and " + more + " more" : "") + " ("
                    + group.path("remedy").asText() + ")");
        }
    }

    private static String line(JsonNode version) {
        String comment = version.path("comment").asText();
        return "version " + version.path("version") + " by "
                + version.path("who").asText() + " of " + version.path("when").asText()
                + (comment.isEmpty() ? "" : ": " + comment);
    }
}

package org.mediarouter.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "media-router",
        description = "Routes the tasks of a contact centre to its agents.",
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            CheckCommand.class,
            ConfigCommand.class,
            ExplainCommand.class,
            StatisticsCommand.class,
            QueueCommand.class,
            SimulateCommand.class,
            CompareCommand.class,
            EstimatesCommand.class,
            FakeFinesseCommand.class,
            FakeUmmCommand.class,
            ArchiveCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Any setting of config/application.properties can be given as --NAME=VALUE, for example",
            "--mediarouter.broker.port=61617, or as an environment variable, MEDIAROUTER_BROKER_PORT."
        })
public final class MediaRouter {
    private MediaRouter() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals > 0 && (argument.startsWith("--mediarouter.") || argument.startsWith("--camel."))) {
                settings.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else {
                others.add(argument);
            }
        }
        CommandLine program = new CommandLine(new MediaRouter(), new Commands(settings));
        if (others.isEmpty()) {
            program.usage(System.err);
            return CommandLine.ExitCode.USAGE;
        }
        return program.execute(others.toArray(String[]::new));
    }

    /** Makes the commands, those with settings with what the command line says of them. */
    private record Commands(Map<String, String> settings) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == RunCommand.class) {
                return type.cast(new RunCommand(new Preparation(settings)));
            }
            if (type == DemoCommand.class) {
                return type.cast(new DemoCommand(new Preparation(settings)));
            }
            if (type == CheckCommand.class) {
                return type.cast(new CheckCommand(new Preparation(settings)));
            }
            if (type == QueueCommand.Show.class) {
                return type.cast(new QueueCommand.Show(settings));
            }
            if (type == QueueCommand.Resend.class) {
                return type.cast(new QueueCommand.Resend(settings));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}

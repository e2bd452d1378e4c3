package org.mediarouter.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.model.Configuration;

/** What every command does first: the settings are read and everything is checked that can be without starting. */
final class Preparation {
    private final Map<String, String> commandLine;
    private final List<Mistake> mistakes = new ArrayList<>();

    /** With the settings that the command line gives. */
    Preparation(Map<String, String> commandLine) {
        this.commandLine = commandLine;
    }

    /** What a node starts from. */
    record Ready(Settings settings, Configuration configuration) {}

    /** The directory of the configuration, below the program's home: {@code bin/media-router} has gone there. */
    static Path config() {
        return Path.of("config");
    }

    /** A path of the command line: it counts from where the program was called. */
    static Path called(String path) {
        String caller = System.getProperty("mediarouter.caller");
        return caller == null ? Path.of(path) : Path.of(caller).resolve(path);
    }

    /**
     * Reads and checks.
     *
     * @param toStart whether a node is to be started: then its ports must be free, and what it does is logged
     * @return null where there are mistakes, all of which have been printed
     */
    @Nullable
    Ready ready(PrintStream out, boolean toStart) {
        Logs.prepare(config(), toStart ? data() : null);
        Settings settings = SettingsReader.read(config(), System.getenv(), commandLine, mistakes);
        Configuration configuration = Checks.of(settings).run(toStart, mistakes);
        Given.unknown(System.getenv())
                .forEach((name, suggestion) ->
                        out.println(name + ": there is no such setting (" + suggestion + "); it is ignored"));
        mistakes.stream().distinct().forEach(out::println);
        return mistakes.isEmpty() && configuration != null ? new Ready(settings, configuration) : null;
    }

    /** Needed before anything is logged, and so before the settings are read in earnest. */
    private Path data() {
        Given given = Given.of(
                PropertyLines.read(config().resolve("application.properties"), new ArrayList<>()),
                System.getenv(),
                commandLine,
                new ArrayList<>());
        return Path.of(given.text(Setting.DATA));
    }
}

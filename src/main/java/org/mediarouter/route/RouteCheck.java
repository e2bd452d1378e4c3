package org.mediarouter.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks the files of the flow without running them: their shape, the options of their endpoints, the steps and routes
 * that they name.
 */
public final class RouteCheck {
    private final Path directory;

    private RouteCheck(Path directory) {
        this.directory = directory;
    }

    /** For the {@code *.camel.yaml} of a directory. */
    public static RouteCheck of(Path directory) {
        return new RouteCheck(directory);
    }

    /**
     * What is found in no time: text that is no YAML, steps and routes that aren't there, ids given twice. What else may be
     * wrong, Camel says when it starts.
     */
    public List<RouteMistake> quickly() {
        return mistakes(false);
    }

    /** All mistakes, by file and line. This reads Camel's schema and catalogue, which takes seconds of a cold JVM. */
    public List<RouteMistake> mistakes() {
        return mistakes(true);
    }

    private List<RouteMistake> mistakes(boolean thoroughly) {
        List<Path> paths;
        try (Stream<Path> files = Files.list(directory)) {
            paths = files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(new RouteMistake(directory, 1, "there is no directory of routes", "set mediarouter.routes"));
        }
        if (paths.isEmpty()) {
            return List.of(new RouteMistake(directory, 1, "there are no routes", "they are files NAME.camel.yaml"));
        }
        List<RouteFile> files = paths.stream().map(RouteFile::read).toList();
        List<RouteMistake> mistakes = new ArrayList<>();
        files.forEach(file -> mistakes.addAll(file.mistakes()));
        if (thoroughly) {
            RouteShape shape = new RouteShape();
            files.forEach(file -> mistakes.addAll(shape.mistakes(file)));
        }
        mistakes.addAll(new RouteReferences(files, thoroughly ? new EndpointCheck() : null).mistakes());
        mistakes.sort(Comparator.comparing(RouteMistake::file).thenComparing(RouteMistake::line));
        return mistakes;
    }
}

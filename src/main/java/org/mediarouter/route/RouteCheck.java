package org.mediarouter.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks the files of the flow without running them: their shape, the options of their endpoints, the steps and routes
 * that they name.
 */
public final class RouteCheck {
    private final Path directory;
    private final Map<String, String> settings;

    private RouteCheck(Path directory, Map<String, String> settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * For the {@code *.camel.yaml} of a directory.
     *
     * @param settings what placeholders stand for
     */
    public static RouteCheck of(Path directory, Map<String, String> settings) {
        return new RouteCheck(directory, settings);
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
        RouteReferences references = new RouteReferences(files, thoroughly ? new EndpointCheck() : null);
        mistakes.addAll(references.mistakes());
        if (thoroughly && mistakes.isEmpty()) {
            RouteTrial.of(paths, settings).ifPresent(refused -> mistakes.add(told(refused, files.get(0), references)));
        }
        mistakes.sort(Comparator.comparing(RouteMistake::file).thenComparing(RouteMistake::line));
        return mistakes;
    }

    private static RouteMistake told(RouteTrial.Refused refused, RouteFile first, RouteReferences references) {
        String remedy = "so Camel says when it builds the route";
        return refused.route()
                .flatMap(references::defined)
                .map(place -> place.file().mistakeAt(place.pointer(), refused.message(), remedy))
                .orElseGet(() -> first.mistakeAt("", refused.message(), remedy));
    }
}

package org.mediarouter.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** The files of that directory that are looked at, in order. */
    static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList();
        }
    }

    private List<RouteMistake> mistakes(boolean thoroughly) {
        List<Path> paths;
        try {
            paths = files(directory);
        } catch (IOException e) {
            return List.of(new RouteMistake(directory, 1, "there is no directory of routes", "set mediarouter.routes"));
        }
        if (paths.isEmpty()) {
            return List.of(new RouteMistake(directory, 1, "there are no routes", "they are files NAME.camel.yaml"));
        }
        return mistakes(paths.stream().map(RouteFile::read).toList(), thoroughly);
    }

    /** The mistakes in files that have been read. */
    List<RouteMistake> mistakes(List<RouteFile> files, boolean thoroughly) {
        List<Path> paths = files.stream().map(RouteFile::path).toList();
        List<RouteMistake> mistakes = new ArrayList<>();
        queues(files).ifPresent(mistakes::add);
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

    /** Whoever loses the route of a queue loses what is sent there: that is no ordinary edit. */
    private Optional<RouteMistake> queues(List<RouteFile> files) {
        Set<String> missing = new TreeSet<>(List.of("General", "SignIn", "RoutingEngine", "CommunicationServer"));
        files.stream().flatMap(file -> RouteElement.of(file).stream()).forEach(element -> {
            String queue = element.queue();
            if (queue != null) {
                missing.remove(queue);
            }
        });
        boolean unread = files.stream().anyMatch(file -> !file.mistakes().isEmpty());
        return missing.isEmpty() || unread
                ? Optional.empty()
                : Optional.of(new RouteMistake(
                        directory,
                        1,
                        "no route takes what is sent to " + String.join(", ", missing),
                        "each queue has a route that begins with from: jms:queue:NAME"));
    }

    private static RouteMistake told(RouteTrial.Refused refused, RouteFile first, RouteReferences references) {
        String remedy = "so Camel says when it builds the route";
        return refused.route()
                .flatMap(references::defined)
                .map(place -> place.file().mistakeAt(place.pointer(), refused.message(), remedy))
                .orElseGet(() -> first.mistakeAt("", refused.message(), remedy));
    }
}

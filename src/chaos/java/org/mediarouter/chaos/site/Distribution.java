package org.mediarouter.chaos.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code target/media-router}, of which each node gets a home of its own. */
public final class Distribution {
    private final Path directory;

    /** @throws IOException there is none */
    public Distribution(Path directory) throws IOException {
        this.directory = directory.toAbsolutePath().normalize();
        if (!Files.isExecutable(this.directory.resolve("bin/media-router"))) {
            throw new IOException("there is no bin/media-router in " + this.directory
                    + ": mvn -DskipTests package makes the distribution, --distribution=DIR names another");
        }
    }

    /**
     * A copy of all that a node's operator may edit; the libraries are linked.
     *
     * @param routing the content of {@code config/routing.yaml}
     */
    Path copyTo(Path home, String routing) throws IOException {
        Files.createDirectories(home);
        for (String part : List.of("bin", "config", "routes")) {
            copy(directory.resolve(part), home.resolve(part));
        }
        Files.createSymbolicLink(home.resolve("lib"), directory.resolve("lib"));
        Files.writeString(home.resolve("config/routing.yaml"), routing);
        return home;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> files;
        try (Stream<Path> listed = Files.list(from)) {
            files = listed.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(file.getFileName().toString()));
        }
    }
}

package org.mediarouter.cluster.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of the test's own (Debian's package), on a free port of the loopback, in a directory that goes with it. */
public final class PostgreSqlServer implements AutoCloseable {
    private static final String USER = "media-router";

    private final Path home;
    private final Path programs;
    private final int port;

    private PostgreSqlServer(Path home, Path programs, int port) {
        this.home = home;
        this.programs = programs;
        this.port = port;
    }

    /** A server that is ready, with an empty database. */
    public static PostgreSqlServer start() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("postgresql");
        if (root()) {
            run(List.of("chown", "postgres", home.toString()));
        }
        PostgreSqlServer server = new PostgreSqlServer(home, programs(), freePort());
        server.program("initdb", "-D", server.data(), "-A", "trust", "-U", USER, "--no-sync");
        server.up();
        server.program("createdb", "-h", "127.0.0.1", "-p", String.valueOf(server.port), "-U", USER, "mediarouter");
        return server;
    }

    /** The newest that is installed. */
    private static Path programs() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.max(Comparator.comparing(Path::toString))
                    .orElseThrow()
                    .resolve("bin");
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return home.resolve("data").toString();
    }

    /** What a node needs to use it. */
    public DatabaseSettings settings() {
        return new DatabaseSettings("jdbc:postgresql://127.0.0.1:" + port + "/mediarouter", USER, "");
    }

    /** Starts it, again. */
    public void up() throws IOException, InterruptedException {
        String options = "-p " + port + " -k " + home + " -c listen_addresses=127.0.0.1";
        program("pg_ctl", "-D", data(), "-o", options, "-l", home.resolve("log").toString(), "-w", "start");
    }

    /** Ends it as a crash would: nothing is finished, nobody is told. */
    public void down() throws IOException, InterruptedException {
        program("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    private void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) {
            // It refuses to be started by root.
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("postgresql", ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .directory(Path.of("/").toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        String output = Files.readString(said);
        Files.delete(said);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + ": " + output);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        down();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}

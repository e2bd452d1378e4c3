package org.mediarouter.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * {@code archive}: starts a node that has nothing to do with any other, and ends it, so that Java can write down the classes
 * that a node needs; {@code bin/media-router} asks Java to, and gives the file to every later start by the same Java (JDK,
 * "Application Class-Data Sharing").
 */
@Command(
        name = "archive",
        description = {
            "Writes the classes that a node needs to lib/java-VERSION.jsa: it then starts in two thirds of the time.",
            "The build does it for the Java it runs with; do it again where another Java is used, or after a move."
        },
        mixinStandardHelpOptions = true)
final class ArchiveCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Path data = Files.createTempDirectory("media-router-archive");
        System.out.println("noting which classes a node needs: a node starts and ends");
        Life life = new Life(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Preparation.Ready ready = new Preparation(alone(data)).ready(System.err, true);
            if (ready == null || !life.begin(ready)) {
                return ExitCode.SOFTWARE;
            }
            life.end();
            return ExitCode.OK;
        } finally {
            delete(data);
        }
    }

    /** Whatever the node's settings are: no other node, broker, database or contact centre is spoken to. */
    private static Map<String, String> alone(Path data) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mediarouter.data", data.toString());
        settings.put("mediarouter.roles", "broker,communication-server,routing-engine,console");
        for (String other : List.of("broker.url", "store.url", "umm.url", "finesse.rest", "finesse.xmpp")) {
            settings.put("mediarouter." + other, "");
        }
        settings.put("mediarouter.cluster.members", "127.0.0.1");
        settings.put("mediarouter.cluster.name", data.getFileName().toString());
        for (String own : List.of("broker", "http")) {
            settings.put("mediarouter." + own + ".host", "127.0.0.1");
        }
        List<ServerSocket> free = new ArrayList<>();
        for (String own : List.of("broker", "http", "cluster")) {
            ServerSocket socket = new ServerSocket(0);
            free.add(socket);
            settings.put("mediarouter." + own + ".port", String.valueOf(socket.getLocalPort()));
        }
        for (ServerSocket socket : free) {
            socket.close();
        }
        return settings;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}

package org.mediarouter.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mediarouter.routing.configuration.ConfigurationReader;
import org.mediarouter.routing.configuration.Reading;

/** A whole node, started as {@code run} starts it, for tests that know nothing of its inside. */
public final class RunningNode implements AutoCloseable {
    private final Node node;

    private RunningNode(Node node) {
        this.node = node;
    }

    /**
     * Starts one.
     *
     * @param config the directory of its files
     * @param settings by their names, as on the command line
     */
    public static RunningNode start(Path config, Map<String, String> settings) throws Exception {
        List<Mistake> mistakes = new ArrayList<>();
        Settings read = SettingsReader.read(config, Map.of(), settings, mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(mistakes.toString());
        }
        String text = Files.readString(read.routing());
        if (ConfigurationReader.read(read.routing().toString(), text) instanceof Reading.Accepted accepted) {
            return new RunningNode(Node.start(read, accepted.configuration()));
        }
        throw new IllegalArgumentException(
                ConfigurationReader.read("routing.yaml", text).toString());
    }

    /** Runs a command of the program, and gives its exit code. */
    public static int command(String... arguments) {
        return MediaRouter.execute(arguments);
    }

    /** Where clients connect to. */
    public int brokerPort() {
        return node.brokerPort();
    }

    @Override
    public void close() {
        node.close();
    }

    /** What a command has written. */
    public record Said(int exitCode, String out, String err) {}

    /** Runs a command of the program in this JVM. */
    public static synchronized Said program(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream saidOut = new ByteArrayOutputStream();
        ByteArrayOutputStream saidErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(saidOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(saidErr, true, StandardCharsets.UTF_8));
        try {
            int exitCode = MediaRouter.execute(arguments);
            return new Said(
                    exitCode, saidOut.toString(StandardCharsets.UTF_8), saidErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}

package org.mediarouter.cli;

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

    /** Where clients connect to. */
    public int brokerPort() {
        return node.brokerPort();
    }

    @Override
    public void close() {
        node.close();
    }
}

package org.mediarouter.cli;

import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Where logs go: for a node as {@code config/logback.xml} says, for other commands nowhere but warnings to the terminal. */
final class Logs {
    private Logs() {}

    /**
     * To be called before anything is logged.
     *
     * @param data where a node's logs go; null for other commands
     */
    static void prepare(Path config, @Nullable Path data) {
        // Artemis and Hazelcast would choose for themselves.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.setProperty("hazelcast.logging.type", "slf4j");
        System.setProperty("java.net.preferIPv4Stack", "true");
        Path file = config.resolve("logback.xml");
        if (data != null && Files.exists(file) && System.getProperty("logback.configurationFile") == null) {
            System.setProperty("mediarouter.logs", data.resolve("logs").toString());
            System.setProperty(
                    "logback.configurationFile", file.toAbsolutePath().toString());
        }
    }

    /** Writes what is not yet written. */
    static void flush() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }
}

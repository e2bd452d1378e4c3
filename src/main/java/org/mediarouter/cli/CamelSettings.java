package org.mediarouter.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Properties;

/** What Camel is told: what the node needs, and what else stands in {@code application.properties}. */
final class CamelSettings {
    private CamelSettings() {}

    static Properties of(Settings settings) {
        Properties properties = new Properties();
        // Nothing is measured twice, kept for nobody, or found by itself.
        properties.setProperty("camel.main.jmxEnabled", "false");
        properties.setProperty("camel.main.streamCachingEnabled", "false");
        properties.setProperty("camel.main.autoConfigurationLogSummary", "false");
        properties.setProperty("camel.main.startupSummaryLevel", "Off");
        properties.setProperty("camel.main.shutdownTimeout", "8");
        properties.setProperty("camel.main.shutdownLogInflightExchangesOnTimeout", "false");
        // Health is the node's own check; one for each leg would tell nobody anything.
        properties.setProperty("camel.health.exposureLevel", "full");
        properties.setProperty("camel.health.routesEnabled", "false");
        properties.setProperty("camel.health.consumersEnabled", "false");
        if (settings.http().port() > 0) {
            http(settings, properties);
        }
        properties.putAll(settings.values());
        properties.putAll(settings.camel());
        return properties;
    }

    private static void http(Settings settings, Properties properties) {
        Settings.Http http = settings.http();
        properties.setProperty("camel.management.enabled", "true");
        properties.setProperty("camel.management.host", http.host());
        properties.setProperty("camel.management.port", String.valueOf(http.port()));
        properties.setProperty("camel.management.healthCheckEnabled", "true");
        properties.setProperty("camel.management.metricsEnabled", "true");
        properties.setProperty("camel.metrics.enabled", "true");
        properties.setProperty("camel.metrics.enableRoutePolicy", "false");
        properties.setProperty("camel.metrics.enableExchangeEventNotifier", "false");
        properties.setProperty("camel.metrics.enableRouteEventNotifier", "false");
        properties.setProperty(
                "camel.metrics.binders", "jvm-memory,jvm-gc,jvm-thread,processor,uptime,file-descriptor");
        if (!http.user().isEmpty()) {
            properties.setProperty("camel.management.authenticationEnabled", "true");
            properties.setProperty("camel.management.authenticationPath", "/*");
            properties.setProperty("camel.management.basicPropertiesFile", credentials(settings));
        }
    }

    /** Vert.x takes users from a file only. */
    private static String credentials(Settings settings) {
        Path file = settings.data().resolve("http-users.properties").toAbsolutePath();
        try {
            Files.createDirectories(settings.data());
            Files.deleteIfExists(file);
            Files.createFile(file);
            Files.setPosixFilePermissions(
                    file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            Files.writeString(
                    file,
                    "user." + settings.http().user() + "=" + settings.http().password() + ",operator\n");
        } catch (IOException e) {
            throw new UncheckedIOException("no file for the user of the HTTP interface", e);
        }
        return file.toString();
    }
}

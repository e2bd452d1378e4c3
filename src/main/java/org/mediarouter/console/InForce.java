package org.mediarouter.console;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.cluster.ConfigurationVersion;
import org.mediarouter.cluster.ConfigurationVersions;
import org.mediarouter.routing.configuration.ConfigurationReader;
import org.mediarouter.routing.configuration.Reading;
import org.mediarouter.routing.model.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routing configuration in force, as this node knows it. It follows the store: each version is read once, and told to
 * whoever listens, whichever node it was applied at.
 */
public final class InForce implements Supplier<Configuration>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InForce.class);

    /** How often the store is looked at although it has said nothing: its word may have been lost. */
    private static final long LOOK_EVERY_MS = 2_000;

    private final ConfigurationVersions versions;
    private final List<Consumer<Configuration>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looking;
    private volatile Known known;

    /** A version and what was read in it. */
    public record Known(ConfigurationVersion version, Configuration configuration) {}

    private InForce(ConfigurationVersions versions, Known known) {
        this.versions = versions;
        this.known = known;
        this.looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "configuration");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What the store holds; an empty one is filled from the file.
     *
     * @param file its name, for the log
     * @param text what stands in the file
     * @param configuration the same, read
     * @param node who fills an empty store
     * @throws IllegalStateException what the store holds can't be read by this program
     */
    public static InForce open(
            ConfigurationVersions versions,
            String file,
            String text,
            Configuration configuration,
            String node,
            Clock clock) {
        @Nullable ConfigurationVersion last = versions.last();
        if (last == null) {
            versions.add(new ConfigurationVersion(
                    1, text, node, clock.instant(), "from " + file + ", into an empty store", Map.of()));
            last = Objects.requireNonNull(versions.last());
        }
        Configuration inForce = last.text().equals(text) ? configuration : read(last);
        if (!inForce.equals(configuration)) {
            LOG.warn(
                    "{} differs from the configuration in force, which is version {} by {} of {}; "
                            + "'media-router config diff {}' shows how, 'config apply' puts it into force",
                    file,
                    last.number(),
                    last.who(),
                    last.when(),
                    file);
        }
        InForce opened = new InForce(versions, new Known(last, inForce.succeededBy(last.successors())));
        versions.onAdded(number -> opened.looking.execute(opened::look));
        opened.looking.scheduleWithFixedDelay(opened::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        return opened;
    }

    private static Configuration read(ConfigurationVersion version) {
        Reading reading = ConfigurationReader.read("version " + version.number(), version.text());
        if (reading instanceof Reading.Accepted accepted) {
            return accepted.configuration();
        }
        throw new IllegalStateException("The configuration in force can't be read: "
                + ((Reading.Refused) reading).mistakes().get(0));
    }

    @Override
    public Configuration get() {
        return known.configuration();
    }

    /** The same with its version. */
    public Known known() {
        return known;
    }

    /** Calls this with each configuration that comes into force from now on. */
    public void onChange(Consumer<Configuration> listener) {
        listeners.add(listener);
    }

    /** Takes over what the store holds, if that is newer; returns when everyone here has been told. */
    public synchronized Known refresh() {
        if (versions.goneOnFrom(known.version().number())) {
            ConfigurationVersion last = Objects.requireNonNull(versions.last());
            known = new Known(last, read(last).succeededBy(last.successors()));
            LOG.info("configuration version {} by {} is in force", last.number(), last.who());
            listeners.forEach(listener -> listener.accept(known.configuration()));
        }
        return known;
    }

    private void look() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("the configuration in force can't be taken over: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}

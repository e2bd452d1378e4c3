package org.mediarouter.route;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts edits of the files of the flow into force while the node runs. What differs is replaced, route by route, while no
 * message is taken; the others wait in the broker. What has a mistake is refused as a whole, and the last good revision goes
 * on.
 */
public final class RouteDeployer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RouteDeployer.class);

    /** How often the files are looked at, in ms. A file is taken when two looks in a row saw the same. */
    private static final long LOOKS_EVERY = 250;

    private static final int NAME_LENGTH = 8;

    private final Path directory;
    private final Predicate<String> ours;
    private final RouteCheck check;
    private final Supplier<CamelContext> context;
    private final ConsumerPause pause;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "route-deployer");
        thread.setDaemon(true);
        return thread;
    });
    private String seen = "";
    private String judged = "";
    private volatile Status status;
    private volatile RouteRevision active;

    /**
     * What is in force.
     *
     * @param revision its name, the same on every node that has the same files
     * @param refused what is wrong with the files as they are now; empty where they are in force
     */
    public record Status(String revision, List<RouteMistake> refused) {}

    /**
     * For a node that has just loaded the files.
     *
     * @param ours whether this node runs what is in a file of that name
     * @param settings what placeholders stand for
     */
    public RouteDeployer(
            Path directory,
            Predicate<String> ours,
            Map<String, String> settings,
            Supplier<CamelContext> context,
            ConsumerPause pause)
            throws IOException {
        this.directory = directory;
        this.ours = ours;
        this.context = context;
        this.pause = pause;
        check = RouteCheck.of(directory, settings);
        judged = look();
        active = RouteRevision.of(judged, mine(RouteCheck.files(directory)));
        status = new Status(judged, List.of());
    }

    /** Looks for edits until it is closed. */
    public void begin() {
        looking.scheduleWithFixedDelay(this::lookAgain, LOOKS_EVERY, LOOKS_EVERY, TimeUnit.MILLISECONDS);
    }

    public Status status() {
        return status;
    }

    private void lookAgain() {
        try {
            String now = look();
            boolean settled = now.equals(seen);
            seen = now;
            if (settled && !now.equals(judged)) {
                judge(now);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the files of the flow could not be looked at", e);
        }
    }

    private void judge(String revision) throws IOException {
        List<RouteFile> files =
                RouteCheck.files(directory).stream().map(RouteFile::read).toList();
        List<RouteMistake> mistakes = check.mistakes(files, true);
        if (!look().equals(revision)) {
            return; // Edited meanwhile: it is looked at again.
        }
        if (!mistakes.isEmpty()) {
            judged = revision;
            refuse(mistakes);
            return;
        }
        RouteRevision next = RouteRevision.of(
                revision, files.stream().filter(file -> mine(file.path())).toList());
        if (takes(next)) {
            judged = revision;
        }
    }

    /** False where it must be tried again: nothing can be replaced while something is away. */
    private boolean takes(RouteRevision next) {
        RouteRevision.Step step = next.from(active);
        Runnable replace = () -> new RouteReplacement(context.get()).take(step);
        try {
            if (step.onlyAdds()) {
                replace.run();
            } else if (!pause.during(replace)) {
                return false;
            }
        } catch (RuntimeException e) {
            refuse(List.of(new RouteMistake(directory, 1, String.valueOf(e.getMessage()), "so Camel says")));
            return true;
        }
        active = next;
        status = new Status(next.name(), List.of());
        LOG.info(
                "routes {}: {} replaced or removed, {} come",
                next.name(),
                step.gone().size(),
                step.come().size());
        return true;
    }

    private void refuse(List<RouteMistake> mistakes) {
        status = new Status(active.name(), List.copyOf(mistakes));
        RouteMistake first = mistakes.get(0);
        LOG.error(
                "the routes are refused, revision {} goes on: {}:{}: {} ({}){}",
                active.name(),
                first.file(),
                first.line(),
                first.message(),
                first.remedy(),
                mistakes.size() > 1 ? ", and " + (mistakes.size() - 1) + " more mistakes" : "");
    }

    private List<RouteFile> mine(List<Path> files) {
        return files.stream().filter(this::mine).map(RouteFile::read).toList();
    }

    private boolean mine(Path file) {
        @Nullable Path name = file.getFileName();
        return name != null && ours.test(name.toString());
    }

    /** The name of what the files say now. */
    private String look() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : RouteCheck.files(directory)) {
                digest.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}

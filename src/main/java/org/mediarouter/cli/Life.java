package org.mediarouter.cli;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node from its start to its end, which a signal brings about. */
final class Life {
    private static final Logger LOG = LoggerFactory.getLogger(Life.class);
    private static final long LONGEST_END_SECONDS = 19;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean ending = new AtomicBoolean();
    private final PrintStream out;
    private volatile @Nullable Node node;
    private volatile Runnable before = () -> {};
    private volatile int exit;

    /**
     * One that has not begun.
     *
     * @param out where the line goes that says that it has
     */
    Life(PrintStream out) {
        this.out = out;
    }

    /** Starts the node, and says so. False where it can't: it has said why, and nothing runs. */
    boolean begin(Preparation.Ready ready) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::signalled, "end"));
        try {
            node = Node.start(ready.settings(), ready.configuration());
        } catch (Exception | Error e) {
            LOG.error("the node can't start", e);
            why(e, ready.settings()).forEach(System.err::println);
            Logs.flush();
            ending.set(true);
            over.countDown();
            return false;
        } finally {
            begun.countDown();
        }
        long took = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        String line = "media-router " + ready.settings().node() + " ready in " + took + " ms";
        LOG.info(line);
        out.println(line);
        out.flush();
        return true;
    }

    private static List<String> why(Throwable failure, Settings settings) {
        List<Mistake> mistakes = new ArrayList<>();
        if (Causes.camel(failure)) {
            Checks.of(settings).routes(mistakes);
        }
        return mistakes.isEmpty()
                ? List.of("media-router: " + Causes.sentence(failure))
                : mistakes.stream().map(Mistake::toString).toList();
    }

    Node node() {
        Node running = node;
        if (running == null) {
            throw new IllegalStateException("the node has not begun");
        }
        return running;
    }

    /** What is to be ended before the node, when a signal ends it; returns when it has ended. */
    void endBefore(Runnable first) {
        before = first;
    }

    /** The exit code when a signal ends the node; 0 unless something says otherwise. */
    void exitWith(int code) {
        exit = code;
    }

    private void signalled() {
        if (ending.compareAndSet(false, true)) {
            Thread late = new Thread(
                    () -> {
                        sleep();
                        Runtime.getRuntime().halt(1);
                    },
                    "end-late");
            late.setDaemon(true);
            late.start();
            await(begun);
            before.run();
            close();
            // The end that was asked for is no failure: the JVM itself would say 143.
            Runtime.getRuntime().halt(exit);
        } else {
            awaitEnd();
        }
    }

    private static void sleep() {
        try {
            TimeUnit.SECONDS.sleep(LONGEST_END_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the node, from within. */
    void end() {
        if (ending.compareAndSet(false, true)) {
            close();
        }
    }

    private void close() {
        Node running = node;
        if (running != null) {
            running.close();
        }
        LOG.info("the node has ended in order");
        Logs.flush();
        over.countDown();
    }

    void awaitEnd() {
        await(over);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

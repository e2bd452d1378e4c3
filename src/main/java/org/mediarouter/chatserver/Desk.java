package org.mediarouter.chatserver;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which everything is decided: what comes in and what falls due, one after the other. */
final class Desk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread desk = new Thread(task, "chat-server-desk");
        desk.setDaemon(true);
        return desk;
    });

    Desk() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** At once, in the order given. */
    void now(Runnable work) {
        later(Duration.ZERO, work);
    }

    void later(Duration delay, Runnable work) {
        try {
            thread.schedule(() -> guarded(work), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("The desk is closed", e);
        }
    }

    /** Waits for the result. */
    <T> T ask(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The Chat Server failed", e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The Chat Server failed at a step and goes on with the next", e);
        }
    }
}

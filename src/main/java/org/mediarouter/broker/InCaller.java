package org.mediarouter.broker;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets a thread that wants something of the broker do it itself, where the broker would hand it to a thread of its own. A task
 * passed some 170 such hand-overs; each wakes a thread, which often costs more than what that then does (decision 017).
 *
 * <p>What the caller does hands on in turn (opening a file, delivering to a consumer) goes to the broker's threads: so there is
 * an end to what a caller does, and he waits for nothing that he himself would have to do. The order of things is kept by who
 * submits them: Artemis' ordered executors take one after the other, whichever thread does it.
 */
final class InCaller extends AbstractExecutorService {
    private static final ThreadLocal<Boolean> IN_OWN_PACKET = ThreadLocal.withInitial(() -> false);

    private final ExecutorService threads;
    private final ThreadLocal<Boolean> mayDo;

    private InCaller(ExecutorService threads, ThreadLocal<Boolean> mayDo) {
        this.threads = threads;
        this.mayDo = mayDo;
    }

    /** What is added to the journal is added by whoever has it to add; all else the journal has to do is its threads'. */
    static ExecutorService forJournal(ExecutorService threads) {
        return new InCaller(threads, ThreadLocal.withInitial(() -> true));
    }

    /** What the node sends to its own broker is handled by the thread that sends it, and all else by these threads. */
    static ExecutorService forOwnPackets(ExecutorService threads) {
        return new InCaller(threads, IN_OWN_PACKET);
    }

    /** Who brings a packet of the node's to the broker. */
    static Executor ownPackets() {
        return packet -> with(IN_OWN_PACKET, true, packet);
    }

    @Override
    public void execute(Runnable task) {
        if (mayDo.get()) {
            with(mayDo, false, task);
        } else {
            threads.execute(task);
        }
    }

    private static void with(ThreadLocal<Boolean> place, boolean value, Runnable task) {
        boolean former = place.get();
        // Java closes a file that an interrupted thread writes to; the broker must not lose its journal by that.
        boolean interrupted = Thread.interrupted();
        place.set(value);
        try {
            task.run();
        } finally {
            place.set(former);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }
}

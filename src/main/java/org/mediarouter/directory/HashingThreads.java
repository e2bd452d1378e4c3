package org.mediarouter.directory;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for bcrypt, which takes a processor for some 50 ms: whatever else a node does comes first (decision 015). Java's own
 * {@link Thread#setPriority} changes nothing on Linux, so the operating system is asked. Where it can't be, they are as all
 * others.
 */
final class HashingThreads {
    /** One that hashes has a tenth of a processor where all are full, and all that others leave. */
    static final int NICE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(HashingThreads.class);
    private static final Duration KEPT = Duration.ofMinutes(1);

    private HashingThreads() {}

    /** So many, which go when they have had nothing to do for a while. */
    static ExecutorService of(int count) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count,
                count,
                KEPT.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                HashingThreads::thread);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(
                () -> {
                    giveWay();
                    work.run();
                },
                "hashing");
        thread.setDaemon(true);
        return thread;
    }

    private static void giveWay() {
        if (!Platform.isLinux()) {
            return; // Elsewhere it would be the whole process.
        }
        try {
            LibC.setpriority(LibC.PROCESS, LibC.CALLER, NICE);
        } catch (LinkageError | LastErrorException e) {
            LOG.debug("Hashing can't be made to give way", e);
        }
    }

    /** setpriority(2); on Linux its "process" is the calling thread. */
    private static final class LibC {
        static final int PROCESS = 0;
        static final int CALLER = 0;

        static {
            Native.register(LibC.class, "c");
        }

        static native int setpriority(int which, int who, int nice) throws LastErrorException;
    }
}

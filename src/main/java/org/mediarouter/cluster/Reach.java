package org.mediarouter.cluster;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.core.OperationTimeoutException;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.query.QueryException;
import com.hazelcast.spi.exception.RetryableException;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls to the cluster: what fails because the cluster is away becomes {@link Unavailable}, other faults stay faults. */
final class Reach {
    private static final Logger LOG = LoggerFactory.getLogger(Reach.class);

    /** A member that dies in the middle of an operation leaves it open whether it took place; all of ours may run twice. */
    private static final int ATTEMPTS = 4;

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private Reach() {}

    static <T> T call(Supplier<T> operation) {
        for (int attempt = 1; ; attempt++) {
            try {
                return operation.get();
            } catch (IndeterminateOperationStateException e) {
                if (attempt == ATTEMPTS) {
                    throw new Unavailable("The cluster can't say whether an operation took place.", e);
                }
            } catch (RuntimeException e) {
                throw translated(e);
            }
        }
    }

    static void run(Runnable operation) {
        call(() -> {
            operation.run();
            return true;
        });
    }

    /** What was asked for earlier; null where the cluster has nothing. */
    static <T extends @Nullable Object> T answer(CompletionStage<T> asked) {
        try {
            return asked.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw translated(e.getCause() instanceof RuntimeException cause ? cause : e);
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    /**
     * Does the work again and again until the cluster isn't away any more: where several nodes start at once, or go while
     * others come, it is for moments.
     *
     * @param work may be done again
     * @param goesOn whether this node is still part of a cluster
     * @throws Unavailable it isn't, or the thread was interrupted
     */
    static void insist(Runnable work, BooleanSupplier goesOn) {
        while (true) {
            try {
                work.run();
                return;
            } catch (Unavailable e) {
                if (!goesOn.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.warn("{} Trying again", e.getMessage());
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private static RuntimeException translated(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                return new Unavailable("Interrupted while the cluster was asked.", e);
            }
        }
        if (e instanceof SplitBrainProtectionException || e instanceof HazelcastInstanceNotActiveException) {
            return Unavailable.here("This node is cut off from its cluster.", e);
        }
        boolean fault = e instanceof HazelcastSerializationException || e instanceof QueryException;
        boolean away = e instanceof OperationTimeoutException
                || e instanceof RetryableException
                || e instanceof HazelcastException;
        return away && !fault ? new Unavailable("The cluster is away.", e) : e;
    }
}

package org.mediarouter.routing.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Media Routing Domain: one kind of work, with its own agent states and capacity.
 *
 * @param maxTasks capacity of an agent who has none of his own in it, 1-50
 * @param interruptible whether accepted work in a non-interruptible MRD interrupts this one
 * @param concurrent whether an agent is offered tasks here while he works in another non-interruptible MRD
 * @param acceptWithin how long an offer stands before it is RONA
 * @param expiresAfter how long a task may wait in a queue
 * @param unknownFor how long an agent may stay UNKNOWN
 * @param defaultQueue for tasks that name no queue, or one that does not exist; null: none
 * @param reasonCodes those that an agent may give; empty: any
 * @param maxAgentsOnTask the owner and all participants of a conference
 * @param outside what it has to do with a contact centre
 */
public record Mrd(
        String id,
        int maxTasks,
        boolean interruptible,
        OnInterrupt onInterrupt,
        boolean concurrent,
        Duration acceptWithin,
        WrapUp wrapUp,
        Duration wrapUpWithin,
        Duration expiresAfter,
        Duration unknownFor,
        @Nullable String defaultQueue,
        List<String> reasonCodes,
        boolean reasonCodeRequired,
        TransferMode transferMode,
        int maxAgentsOnTask,
        Outside outside) {

    public static final int DEFAULT_MAX_TASKS = 1;
    public static final Duration DEFAULT_ACCEPT_WITHIN = Duration.ofSeconds(30);
    public static final Duration DEFAULT_WRAP_UP_WITHIN = Duration.ofSeconds(60);
    public static final Duration DEFAULT_EXPIRES_AFTER = Duration.ofHours(1);
    public static final Duration DEFAULT_UNKNOWN_FOR = Duration.ofMinutes(10);
    public static final int DEFAULT_MAX_AGENTS_ON_TASK = 4;

    public Mrd {
        requireNonNull(id, "id is null");
        requireNonNull(onInterrupt, "onInterrupt is null");
        requireNonNull(acceptWithin, "acceptWithin is null");
        requireNonNull(wrapUp, "wrapUp is null");
        requireNonNull(wrapUpWithin, "wrapUpWithin is null");
        requireNonNull(expiresAfter, "expiresAfter is null");
        requireNonNull(unknownFor, "unknownFor is null");
        requireNonNull(transferMode, "transferMode is null");
        requireNonNull(outside, "outside is null");
        reasonCodes = List.copyOf(reasonCodes);
    }

    /** An MRD with this capacity and the defaults for all else; {@code concurrent} follows {@code interruptible}. */
    public static Mrd of(String id, int maxTasks, boolean interruptible) {
        return new Mrd(
                id,
                maxTasks,
                interruptible,
                OnInterrupt.KEEP,
                interruptible,
                DEFAULT_ACCEPT_WITHIN,
                WrapUp.OPTIONAL,
                DEFAULT_WRAP_UP_WITHIN,
                DEFAULT_EXPIRES_AFTER,
                DEFAULT_UNKNOWN_FOR,
                null,
                List.of(),
                false,
                TransferMode.DIRECT,
                DEFAULT_MAX_AGENTS_ON_TASK,
                Outside.NONE);
    }
}

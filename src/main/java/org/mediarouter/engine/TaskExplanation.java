package org.mediarouter.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mediarouter.routing.Explanation;

/**
 * Why a task is with whom it is, or with nobody. Times are milliseconds since the epoch.
 *
 * @param state as the protocol names it
 * @param reason of the last change
 * @param agents who is on the task, owner first
 * @param offers by number; a transfer's has no reasons but the transfer
 * @param now for a task that waits: who would get it, and what stands in the way. It is found by a router that this node
 *     builds from the shared records, as a node does that takes an MRD over
 */
public record TaskExplanation(
        String taskId,
        String mrd,
        String queue,
        String state,
        @Nullable String reason,
        List<String> agents,
        long queuedAt,
        List<Offered> offers,
        @Nullable Explanation now) {

    /**
     * One offer.
     *
     * @param at when it was made
     * @param outcome {@code PENDING}, {@code ACCEPTED}, or the reason for which it ended
     * @param endedAt null while it is pending
     * @param why null where a transfer named the agent, or the reasons are forgotten: of each task the last 64 are kept
     */
    public record Offered(
            int offer,
            String agentId,
            long at,
            String outcome,
            @Nullable Long endedAt,
            @Nullable Explanation why) {}
}

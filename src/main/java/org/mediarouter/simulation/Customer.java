package org.mediarouter.simulation;

import java.util.Map;

/**
 * Somebody who comes, with all that chance has decided of him: so the same customers can be sent through two
 * configurations. Times are in milliseconds.
 *
 * @param arrival since the epoch
 * @param queue where the MRD has no queue of this id, its default queue
 * @param priority 1-10
 * @param attributes of his task, for the steps to read
 * @param patience leaves after having waited so long; {@link #ENDLESS}: never
 * @param answer from the offer to its acceptance
 * @param handling the conversation
 * @param wrapUp the agent's after-work
 */
public record Customer(
        long arrival,
        String mrd,
        String queue,
        int priority,
        Map<String, Object> attributes,
        long patience,
        long answer,
        long handling,
        long wrapUp) {
    public static final long ENDLESS = Long.MAX_VALUE;
}

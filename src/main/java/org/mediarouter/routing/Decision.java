package org.mediarouter.routing;

/**
 * What a router decides. It counts on an {@link Offer} at once; with any other decision it leaves the task or agent
 * alone until a picture of it comes. All decisions of one answer are to be carried out before the pictures that result
 * are shown to the router, best as one {@link RoutingEvent.Batch}: a picture of an agent who has the first of two offers
 * shows room where there is none. Where the records refuse to follow, their pictures correct the router. Times are
 * milliseconds since the epoch.
 */
public sealed interface Decision {

    /**
     * Offer the task to the agent.
     *
     * @param step the first of the steps reached that the agent matches, from 0
     * @param offerNumber counts the task's offers from 1
     */
    record Offer(String taskId, String agentId, String queue, int step, int offerNumber, long acceptBefore)
            implements Decision {}

    /** RONA: the offer was not accepted in time. */
    record OfferExpired(String taskId, String agentId, int offer) implements Decision {}

    /** The wrap-up has taken as long as it may. */
    record WrapUpExpired(String taskId) implements Decision {}

    /** The task has waited as long as it may. */
    record TaskExpired(String taskId) implements Decision {}

    /** Nobody has become sure of the agent in time: he is to be logged out. */
    record UnsurenessExpired(String agentId) implements Decision {}

    /** The last step's timeout has passed: the task moves on to another queue, entered at the moment it is carried out. */
    record Overflow(String taskId, String fromQueue, String toQueue) implements Decision {}
}

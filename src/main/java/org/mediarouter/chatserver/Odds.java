package org.mediarouter.chatserver;

/**
 * How often something out of the ordinary happens: once in so many times, 0 for never.
 *
 * @param reject offers that the agent declines
 * @param letRing offers that nobody answers (RONA)
 * @param pause tasks that are set aside for a while
 * @param transfer tasks handed to a colleague
 * @param requeue tasks handed back into their queue
 * @param confer tasks into which a colleague is brought
 * @param wrapUp tasks with after-work, where the MRD leaves that to the client
 * @param takeBreak tasks after which the agent goes on break
 */
public record Odds(
        int reject, int letRing, int pause, int transfer, int requeue, int confer, int wrapUp, int takeBreak) {

    /** Nothing out of the ordinary. */
    public static final Odds NONE = new Odds(0, 0, 0, 0, 0, 0, 0, 0);
}

package org.mediarouter.routing.statistics;

/**
 * The figures of one queue, agent or MRD over some time. Each is counted when it happened: a wait when it ended, a
 * handling when it ended, times of presence second by second.
 *
 * @param from milliseconds since the epoch
 * @param to where it ends, exclusive
 * @param offered of a queue or MRD: tasks that entered it; of an agent: offers made to him
 * @param answered offers accepted
 * @param abandoned waiting tasks given up or expired
 * @param rona offers not accepted in time
 * @param rejected offers rejected
 * @param withdrawn offers taken back for another reason
 * @param overflowed waiting tasks that went on to another queue
 * @param transferredIn of a queue: transferred into it; of an agent: to him; of an MRD: both
 * @param transferredOut of a queue: into another; of an agent: by him; of an MRD: both
 * @param waits of those answered and those abandoned, from entering the queue
 * @param answerWaits of those answered
 * @param handling from acceptance, or transfer to the agent, until he is done, wrap-up included
 * @param wrapUp after-work of those who had some
 * @param serviceLevel of a queue, and of an MRD those of its queues taken together; of an agent nothing
 * @param loggedIn this and the next two in seconds: of an agent, in any MRD; of an MRD, of its agents together
 * @param ready logged in and READY as far as the agent asked for
 * @param working on at least one task: offers don't count, wrap-up and conferences do
 */
public record Figures(
        Subject subject,
        long from,
        long to,
        long offered,
        long answered,
        long abandoned,
        long rona,
        long rejected,
        long withdrawn,
        long overflowed,
        long transferredIn,
        long transferredOut,
        Spread waits,
        Spread answerWaits,
        Spread handling,
        Spread wrapUp,
        ServiceLevels serviceLevel,
        double loggedIn,
        double ready,
        double working) {
    /** The part of the time logged in that was worked, 0 to 1; 0 where nobody was logged in. */
    public double occupancy() {
        return loggedIn == 0 ? 0 : working / loggedIn;
    }

    /** The part of the tasks offered that was abandoned, 0 to 1; 0 where none was offered. */
    public double abandonment() {
        return offered == 0 ? 0 : abandoned / (double) offered;
    }
}

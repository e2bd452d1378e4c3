package org.mediarouter.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seats of all contact-centre agents, shared by all nodes. */
public interface Seats {
    /** Who I am among the holders; a node that comes again after a crash is another one. */
    String self();

    @Nullable
    Seat get(String agentId);

    /**
     * The agent has connected here: the seat is this node's now, whoever had it.
     *
     * @return the seat as it was taken, whoever may have it by now
     */
    Seat take(String agentId, String extension, byte[] sealed);

    /**
     * Takes a seat over from a holder that is no more.
     *
     * @param seen as it was found abandoned
     * @return null where another node was faster
     */
    @Nullable
    Seat takeOver(Seat seen);

    /** Notes whether the agent shall be signed in at the contact centre. */
    void want(String agentId, boolean wanted);

    /** Gives it up to whoever takes it, if it is still this node's. */
    void free(String agentId);

    /** The agent has gone: there is no seat any more, if it is still this node's. */
    void remove(String agentId);

    /** Those that no living node holds. */
    List<Seat> abandoned();

    /** Those that this node holds. */
    List<Seat> own();

    /** Calls whenever a node has left, from a thread that must not be kept. */
    void onDeparture(Runnable call);
}

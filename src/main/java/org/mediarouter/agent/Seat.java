package org.mediarouter.agent;

import org.jspecify.annotations.Nullable;

/**
 * A contact-centre agent's place at one of our nodes: the node that holds it keeps the agent's session with the contact
 * centre, and no other does. It lives from Connect until the agent is disconnected.
 *
 * @param sealed the agent's password, encrypted: another node must be able to take the agent over
 * @param holder the node that holds it; empty: nobody does
 * @param epoch grows with each change of the holder
 * @param wanted whether the agent shall be signed in at the contact centre: if it has lost him, he is signed in again
 */
public record Seat(String agentId, String extension, byte[] sealed, String holder, long epoch, boolean wanted) {
    /** Without the password, even sealed: this goes into logs. */
    @Override
    public String toString() {
        return "Seat[agentId=" + agentId + ", holder=" + holder + ", epoch=" + epoch + ", wanted=" + wanted + "]";
    }

    /**
     * The same, taken from whoever had it. The epoch grows only where the holder changes: taking it twice leaves what taking it
     * once does, and a cluster may run an operation twice.
     */
    public Seat takenFrom(@Nullable Seat before) {
        long next = before == null ? epoch : before.holder().equals(holder) ? before.epoch() : before.epoch() + 1;
        return new Seat(agentId, extension, sealed, holder, next, wanted);
    }

    /** The same, held by another node. */
    public Seat heldBy(String node) {
        return new Seat(agentId, extension, sealed, node, epoch + 1, wanted);
    }

    /** The same, wanted or not. */
    public Seat wanted(boolean now) {
        return new Seat(agentId, extension, sealed, holder, epoch, now);
    }
}

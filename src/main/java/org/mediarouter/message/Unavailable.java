package org.mediarouter.message;

/**
 * Something of ours is away: store, cluster, directory (protocol, section 5). The message in hand is neither acknowledged
 * nor counted as failed; it waits until what is away is back.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean here;

    public Unavailable(String what, Throwable cause) {
        this(what, cause, false);
    }

    private Unavailable(String what, Throwable cause, boolean here) {
        super(what, cause);
        this.here = here;
    }

    /** It is this node that is cut off: another one can do what this one can't, and should get it at once. */
    public static Unavailable here(String what, Throwable cause) {
        return new Unavailable(what, cause, true);
    }

    /** Whether it is this node alone that doesn't reach it. */
    public boolean isHere() {
        return here;
    }
}

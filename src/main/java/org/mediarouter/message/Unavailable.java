package org.mediarouter.message;

/**
 * Something of ours is away: store, cluster, directory (protocol, section 5). The message in hand is neither acknowledged
 * nor counted as failed; it waits until what is away is back.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }
}

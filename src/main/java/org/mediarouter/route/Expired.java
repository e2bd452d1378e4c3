package org.mediarouter.route;

/** The message's time was over before its turn came: it has no effect (protocol, section 1, "JMSExpiration"). */
public final class Expired extends Interruption {
    private static final long serialVersionUID = 1L;

    Expired() {
        super("It expired before its turn came.");
    }
}

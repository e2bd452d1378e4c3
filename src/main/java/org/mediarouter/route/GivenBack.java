package org.mediarouter.route;

/**
 * The messages of this transaction would have to wait for those of another, which may be waiting for these: the broker
 * delivers them again, each alone. Nobody's fault.
 */
final class GivenBack extends Interruption {
    private static final long serialVersionUID = 1L;

    GivenBack(String subject) {
        super("Another transaction tells of " + subject + ".");
    }
}

package org.mediarouter.route;

/**
 * This transaction would have to wait for another, which may be waiting for this one: the broker delivers its messages again,
 * each alone. Nobody's fault.
 */
final class GivenBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenBack(String subject) {
        super("Another transaction has " + subject + ".", null, false, false);
    }
}

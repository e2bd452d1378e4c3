package org.mediarouter.route;

/**
 * Leaves the ordinary flow for one of the routes in {@code errors.camel.yaml}; no fault of the program, so no stack trace.
 */
abstract class Interruption extends Exception {
    private static final long serialVersionUID = 1L;

    Interruption(String message) {
        super(message, null, false, false);
    }
}

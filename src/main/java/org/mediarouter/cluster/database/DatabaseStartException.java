package org.mediarouter.cluster.database;

/** The database can't be used; the message says why in words for the operator. */
public final class DatabaseStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseStartException(String message, Throwable cause) {
        super(message, cause);
    }
}

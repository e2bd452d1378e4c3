package org.mediarouter.cli;

import org.mediarouter.broker.BrokerStartException;
import org.mediarouter.cluster.ClusterStartException;

/** Why something failed, in one sentence for an operator; the log has the rest. */
final class Causes {
    private Causes() {}

    /** Whether it is Camel that refuses: then most likely the routes are wrong. */
    static boolean camel(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith("org.apache.camel.")) {
                return true;
            }
        }
        return false;
    }

    static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && !(cause instanceof BrokerStartException)
                && !(cause instanceof ClusterStartException)) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? "failed for a reason that has no message: " + cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}

package org.mediarouter.cluster;

import org.jspecify.annotations.Nullable;

/** This node can't join, or make, the cluster; the message says why in words for the operator. */
public final class ClusterStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClusterStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

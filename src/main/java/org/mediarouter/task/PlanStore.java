package org.mediarouter.task;

import org.jspecify.annotations.Nullable;

/**
 * What routing decided on account of one message, kept until the message's transaction is surely over: when the message
 * comes again, the same decisions are carried out, whatever has changed meanwhile. Shared by all nodes.
 */
public interface PlanStore {
    /** The plan of that operation, as given to {@link #keep}; null where there is none. */
    @Nullable
    String get(String operation);

    /**
     * Keeps a plan for at least 10 minutes, unless there is one: a node that is thought dead may have been first.
     *
     * @return the plan that counts
     */
    String keep(String operation, String plan);
}

package org.mediarouter.routing.model;

/** What becomes of an agent's active tasks when his MRD is interrupted (states, "Interruption"). */
public enum OnInterrupt {
    /** They stay with him. */
    KEEP,
    /** They go back to their places in their queues. */
    REQUEUE
}

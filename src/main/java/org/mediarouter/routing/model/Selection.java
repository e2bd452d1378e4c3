package org.mediarouter.routing.model;

/** Which of several agents gets a task (routing, "Selections"). Ties: longest available, then agent id. */
public enum Selection {
    /** Longest since the latest of: became READY, was last offered a task, last ended one. */
    LONGEST_AVAILABLE,
    /** Fewest tasks relative to capacity. */
    LEAST_ACTIVE,
    /** Largest sum of the proficiencies named by the step that qualifies the agent. */
    MOST_SKILLED,
    /** Smallest such sum. */
    LEAST_SKILLED,
    /** The next by agent id after the one last offered a task in this queue. */
    ROUND_ROBIN,
    /** Shortest average handling time in this queue; who has none yet comes first. */
    FASTEST_FIRST,
    /** By a hash of the configuration's seed, the task id and the offer's number. */
    RANDOM
}

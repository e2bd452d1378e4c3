package org.mediarouter.routing.model;

/** Where an agent's password is checked. */
public enum AgentMode {
    /** By this program's own directory. */
    STANDALONE,
    /** By the contact centre (Finesse). */
    CC
}

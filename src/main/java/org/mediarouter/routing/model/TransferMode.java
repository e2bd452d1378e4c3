package org.mediarouter.routing.model;

/** How a task goes to another agent (the protocol, rows 7-9). */
public enum TransferMode {
    /** At once. */
    DIRECT,
    /** The recipient is offered it, and the owner keeps it until he accepts. */
    OFFER
}

package org.mediarouter.routing.model;

/** With A answered and B abandoned within the threshold, and O offered. */
public enum ServiceLevelType {
    /** A / (O - B). */
    IGNORE_ABANDONED,
    /** A / O. */
    ABANDONED_NEGATIVE,
    /** (A + B) / O. */
    ABANDONED_POSITIVE
}

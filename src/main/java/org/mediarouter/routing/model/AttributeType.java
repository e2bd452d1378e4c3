package org.mediarouter.routing.model;

/** What values an agent's attribute has. */
public enum AttributeType {
    /** True or false. */
    BOOLEAN,
    /** A level from 1 to 10. */
    PROFICIENCY
}

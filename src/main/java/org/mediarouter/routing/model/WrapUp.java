package org.mediarouter.routing.model;

/** Whether after-work follows a conversation. */
public enum WrapUp {
    /** WRAP_UP can't be asked for. */
    NONE,
    /** The client asks for it where it is wanted. */
    OPTIONAL,
    /** The close by (or of) the last agent becomes WRAP_UP. */
    REQUIRED
}

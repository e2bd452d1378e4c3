package org.mediarouter.fakefinesse;

/** What REST answers instead of an answer, while it is on. */
public enum RestFault {
    NONE,
    ERROR_404,
    ERROR_500,
    ERROR_503,
    HTML,
    HALF_XML,
    XML_BOMB,
    /** The connection stays open and nothing comes. */
    SILENCE,
    /** The connection is closed without an answer. */
    CLOSED
}

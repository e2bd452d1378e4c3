package org.mediarouter.fakeumm;

/** What comes instead of UMM's answer. */
public enum Fault {
    NONE,
    ERROR_401,
    ERROR_404,
    ERROR_500,
    ERROR_503,
    /** A page that welcomes everybody, with status 200. */
    HTML,
    /** A good answer up to its middle. */
    HALF_JSON,
    /** A good answer of 64 MB. */
    HUGE,
    /** Nothing for a minute, then the connection ends. */
    SILENCE
}
